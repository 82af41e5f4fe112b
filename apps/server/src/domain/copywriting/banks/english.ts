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
  hook, cinematic, move: The road is open
  hook, cinematic, any: One frame. One feeling.
  hook, cinematic, any: Watch this
  hook, relaxed, furniture: Feet up
  hook, relaxed, coffee: Stay for another cup
  hook, relaxed, any: No plans today
  hook, relaxed, coffee: Slow morning?
  hook, relaxed, place: Come as you are
  hook, fresh, home: Open the window
  hook, fresh, outdoor: Out into the green
  hook, fresh, drink: First sip, then talk
  hook, fresh, food: What's for lunch?
  hook, any, any: Have you met?
  hook, any, any: Take a look
  hook, any, quiet: Hear that?
  hook, any, lasting: Still going
  hook, any, wet: Let it rain
  hook, any, weight: Pick it up
  hook, any, handmade: Meet the maker
  hook, any, warm: Cold outside?
  hook, any, cold: Stay cool
  hook, any, quick: In a hurry?
  hook, any, small: Tuck it away
  hook, any, deal: Good timing
  hook, any, desk: Your move
  hook, professional, desk: Down to work
  hook, cinematic, desk: Late shift
  hook, any, light: Lights on
  hook, calm, light: One more chapter
  hook, relaxed, light: Evening, at last
  hook, any, rain: Let it rain
  hook, playful, rain: Puddles? Yes, please
  hook, any, kitchen: What's cooking?
  hook, energetic, kitchen: Turn up the heat
  hook, calm, kitchen: Let it simmer
  hook, any, garden: Into the garden
  hook, playful, garden: Dig in
  hook, any, baby: Hello, little one
  hook, playful, baby: Tiny hands welcome
  hook, any, sleep: Good night
  hook, calm, sleep: Five more minutes
  hook, luxurious, sleep: Stay in bed
  hook, any, sport: Ready, set
  hook, energetic, sport: One more round
  hook, any, travel: Pack and go
  hook, energetic, travel: Gate closing
  hook, luxurious, travel: Window seat, please
  hook, cinematic, travel: Somewhere else
  hook, any, book: Chapter one
  hook, playful, book: Plot twist
  hook, any, bath: Run the bath
  hook, any, clean: Sleeves up
  hook, playful, clean: Bye, crumbs
  hook, any, tea: Kettle on
  hook, calm, tea: Steep. Wait. Sip.
  hook, any, wine: Glasses out
  hook, luxurious, wine: To the evening
  hook, any, car: Take the long way
  hook, energetic, car: Key. Start. Go.
  hook, cinematic, car: Headlights on
  hook, any, bike: Take the bike
  hook, relaxed, bike: The long way home
  hook, any, app: Open it
  hook, playful, app: Tap, tap
  hook, any, course: Ready to learn?
  hook, playful, course: Class is on
  hook, any, health: A daily habit
  hook, any, camera: Hold still
  hook, cinematic, camera: Light. Frame. Click.
  hook, playful, camera: Say cheese
  hook, any, audio: Press play
  hook, cinematic, audio: Close your eyes
  hook, relaxed, audio: Side A, track one
  hook, any, watch: About time
  hook, energetic, watch: Tick, tock, go
  hook, any, phone: Pick it up
  hook, any, shoes: Left, right, repeat
  hook, luxurious, shoes: Walk in slowly
  hook, fresh, shoes: First steps
  hook, any, wear: Try it on
  hook, energetic, wear: Dressed to move
  hook, fresh, wear: Open the wardrobe
  hook, any, beauty: Skin first
  hook, fresh, beauty: Splash. Pat. Smile.
  hook, any, perfume: One spray
  hook, any, candle: Strike a match
  hook, any, home: Your corner
  hook, any, furniture: Have a seat
  hook, playful, furniture: Saved you a seat
  hook, luxurious, furniture: Take your place
  hook, any, coffee: First, coffee
  hook, energetic, coffee: Wake up
  hook, fresh, coffee: Hello, morning
  hook, calm, coffee: Before the day begins
  hook, luxurious, coffee: A slow pour
  hook, cinematic, coffee: Before sunrise
  hook, any, drink: Ice, glass, go
  hook, any, food: Hungry?
  hook, calm, food: Sit. Eat. Slow down.
  hook, luxurious, food: Save room
  hook, relaxed, food: Pass the plate
  hook, any, pets: Who's a good one?
  hook, energetic, pets: Walkies!
  hook, any, toy: Time to play
  hook, any, tools: Gloves on
  hook, any, outdoor: Door's open
  hook, calm, outdoor: Just you and trees
  hook, any, place: Come on in
  hook, any, service: Leave it to us
  hook, any, jewellery: Look closer
  hook, any, move: Let's go
  hook, any, eyewear: Sun's out
  hook, playful, eyewear: Too bright?
  hook, luxurious, eyewear: Look this way
  hook, cinematic, eyewear: Eyes on you
  hook, any, plant: Room to grow
  hook, playful, plant: Your leafy flatmate
  hook, calm, plant: A little green
  hook, any, table: Set the table
  hook, playful, table: Who's hungry?
  hook, luxurious, table: Dinner at eight
  hook, any, bag: Grab and go
  hook, energetic, bag: Out the door
  hook, luxurious, bag: On your arm
  hook, any, makeup: Mirror, please
  hook, playful, makeup: Ready, set, pout
  hook, luxurious, makeup: One last look
  hook, any, hair: Hair day
  hook, playful, hair: Shake it out
  hook, any, music: Plug in, play
  hook, energetic, music: One, two, three
  hook, calm, music: Play it softly
  hook, any, bottle: Fill it up
  hook, energetic, bottle: Sip and go
  hook, calm, bottle: One slow sip
  hook, fresh, home: Something for home
  hook, professional, desk: Focus, please
  hook, playful, desk: Point. Click. Done.
  name, any, any: Here it is.
  name, playful, any: Say hello.
  name, professional, any: May we introduce?
  detail, any, any: Take a look.
  detail, luxurious, any: A closer look.
  detail, cinematic, any: Watch the light.
  detail, any, any: See for yourself
  detail, any, any: From every side
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
