import { readBank } from '../line-bank.ts';

/** Speaks to “you”. No line says anything about the product. */
export const english = readBank(`
  hook, energetic, any: Ready when you are
  hook, energetic, move: Go your own way
  hook, energetic, shoes: Lace up. Let's go.
  hook, energetic, audio: Turn it up
  hook, energetic, outdoor: Up and out
  hook, calm, beauty: Take a slow breath
  hook, calm, any: A quiet moment
  hook, calm, candle: Lights low, phone away
  hook, calm, home: Close the door softly
  hook, calm, any: Nothing to rush
  hook, luxurious, any: A certain kind of evening
  hook, luxurious, wear: Dressed for tonight
  hook, luxurious, jewellery: Look a little closer
  hook, luxurious, any: Keep this between us
  hook, luxurious, perfume: After dark
  hook, playful, pets: Guess who's home?
  hook, playful, food: Oops. Want one?
  hook, playful, toy: Play first, tidy later
  hook, playful, any: Say hello
  hook, playful, food: Who ate the last one?
  hook, professional, office: Back to work
  hook, professional, office: Clear desk, clear day
  hook, professional, tools: Let's get it done
  hook, professional, tools: Your next project
  hook, professional, service: Here's the plan
  hook, cinematic, any: It starts with light
  hook, cinematic, any: Somewhere after midnight
  hook, cinematic, move: The road is open
  hook, cinematic, any: One frame. One feeling.
  hook, cinematic, any: Watch this
  hook, relaxed, furniture: Feet up
  hook, relaxed, coffee: Stay for another cup
  hook, relaxed, any: No plans today
  hook, relaxed, coffee: Slow morning?
  hook, relaxed, place: Come as you are
  hook, fresh, home: Open the window
  hook, fresh, any: Hello, morning
  hook, fresh, outdoor: Out into the green
  hook, fresh, drink: First sip, then talk
  hook, fresh, food: What's for lunch?
  name, any, any: Here it is.
  name, playful, any: Say hello.
  name, professional, any: May we introduce?
  detail, any, any: Up close.
  detail, luxurious, any: A closer look.
  detail, cinematic, any: Watch the light.
  benefit, any, any: In short:
  benefit, any, any: Worth knowing:
  benefit, professional, any: The facts:
  offer, any, any: The offer:
  offer, any, any: The price:
  quote, any, any: In their words:
  cta, playful, any: Your turn.
  cta, relaxed, any: See you there.
  cta, professional, any: The next step:
`);
