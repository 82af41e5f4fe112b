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
  hook, any, any: Have you met? > Now you have
  hook, any, any: Take a look
  hook, any, quiet: Hear that? > Me neither
  hook, any, lasting: Still going > And still going
  hook, any, wet: Let it rain > Bring it on
  hook, any, weight: Pick it up > Off you go
  hook, any, handmade: Look closely > Closer still
  hook, any, warm: Cold outside? > Not in here
  hook, any, cold: Stay cool
  hook, any, quick: In a hurry? > That was quick
  hook, any, small: Tuck it away > And gone
  hook, any, deal: Good timing
  hook, any, desk: Down to work > Done for today
  hook, professional, desk: Focus > Done for today
  hook, cinematic, desk: Late shift
  hook, any, light: Lights on > There you are
  hook, calm, light: One more chapter
  hook, relaxed, light: Evening, at last
  hook, any, rain: Let it rain > Let it pour
  hook, playful, rain: Puddles? Yes, please
  hook, any, kitchen: What's cooking? > Dinner's ready
  hook, energetic, kitchen: Turn up the heat
  hook, calm, kitchen: Let it simmer
  hook, any, garden: Into the garden > See you out there
  hook, playful, garden: Dig in
  hook, any, baby: Hello, little one > Sleep tight
  hook, playful, baby: Tiny hands welcome
  hook, any, sleep: Good night > And good morning
  hook, calm, sleep: Five more minutes
  hook, luxurious, sleep: Stay in bed
  hook, any, sport: Ready, set > Go
  hook, energetic, sport: One more round
  hook, any, travel: Pack and go > Send a postcard
  hook, energetic, travel: Gate closing
  hook, luxurious, travel: Window seat, please
  hook, cinematic, travel: Somewhere else
  hook, any, book: Chapter one > To be continued
  hook, playful, book: Plot twist
  hook, any, bath: Run the bath > Do not disturb
  hook, any, clean: Sleeves up > All done
  hook, playful, clean: Bye, crumbs
  hook, any, tea: Kettle on > Sit down
  hook, calm, tea: Steep. Wait. Sip.
  hook, any, wine: Glasses out > Cheers
  hook, luxurious, wine: To the evening
  hook, any, car: Take the long way > Home can wait
  hook, energetic, car: Key. Start. Go.
  hook, cinematic, car: Headlights on
  hook, any, bike: Take the bike > See you out there
  hook, relaxed, bike: The long way home
  hook, any, app: Open it > That's it
  hook, playful, app: Tap, tap
  hook, any, course: Ready to learn? > See you in class
  hook, playful, course: Class is on
  hook, any, health: A daily habit > See you tomorrow
  hook, any, camera: Hold still > Got it
  hook, cinematic, camera: Light. Frame. Click.
  hook, playful, camera: Say cheese
  hook, any, audio: Press play > And repeat
  hook, cinematic, audio: Close your eyes
  hook, relaxed, audio: Side A, track one
  hook, any, watch: About time > Your time
  hook, energetic, watch: Tick, tock, go
  hook, any, phone: Pick it up
  hook, any, shoes: Left, right, repeat > And keep going
  hook, luxurious, shoes: Walk in slowly
  hook, fresh, shoes: First steps
  hook, any, wear: Try it on > Keep it on
  hook, energetic, wear: Dressed to move
  hook, fresh, wear: What to wear? > That one
  hook, any, beauty: Skin first > Then the world
  hook, fresh, beauty: Splash. Pat. Smile.
  hook, any, perfume: One spray > Then walk in
  hook, any, candle: Strike a match > Stay a while
  hook, any, home: Welcome home > Stay a while
  hook, any, furniture: Have a seat > Stay seated
  hook, playful, furniture: Saved you a seat
  hook, luxurious, furniture: Take your place
  hook, any, coffee: First, coffee > Then the day
  hook, energetic, coffee: Wake up
  hook, fresh, coffee: Hello, morning
  hook, calm, coffee: Before the day begins
  hook, luxurious, coffee: A slow pour
  hook, cinematic, coffee: Before sunrise
  hook, any, drink: Thirsty? > Cheers
  hook, any, food: Hungry? > Help yourself
  hook, calm, food: Sit. Eat. Slow down.
  hook, luxurious, food: Save room
  hook, relaxed, food: Pass the plate
  hook, any, pets: Who's a good one? > You are
  hook, energetic, pets: Walkies!
  hook, any, toy: Time to play > One more game
  hook, any, tools: Gloves on > Job done
  hook, any, outdoor: Door's open > See you out there
  hook, calm, outdoor: Just you and trees
  hook, any, place: Come on in > See you soon
  hook, any, service: Leave it to us > See you soon
  hook, any, jewellery: Look closer > And closer
  hook, any, move: Let's go > Keep up
  hook, any, eyewear: Sun's out > Shades on
  hook, playful, eyewear: Too bright?
  hook, luxurious, eyewear: Look this way
  hook, cinematic, eyewear: Eyes on you
  hook, any, plant: Room to grow > Let it grow
  hook, playful, plant: Your leafy flatmate
  hook, calm, plant: A little green
  hook, any, table: Set the table > Dig in
  hook, playful, table: Who's hungry?
  hook, luxurious, table: Dinner at eight
  hook, any, bag: Grab and go > Got everything?
  hook, energetic, bag: Out the door
  hook, luxurious, bag: On your arm
  hook, any, makeup: Mirror, please > There you are
  hook, playful, makeup: Ready, set, pout
  hook, luxurious, makeup: One last look
  hook, any, hair: Wash day > Shake it out
  hook, playful, hair: Shake it out
  hook, any, music: Plug in, play > Encore
  hook, energetic, music: One, two, three
  hook, calm, music: Play it softly
  hook, any, bottle: Fill it up > Drink up
  hook, energetic, bottle: Sip and go
  hook, calm, bottle: One slow sip
  hook, fresh, home: Something for home
  hook, professional, desk: Focus, please
  hook, playful, desk: Point. Click. Done.
  hook, any, clock: Rise and shine > Good morning
  hook, any, cuddle: Cuddle up > Sleep tight
  hook, any, hat: Hats on > Out you go
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
