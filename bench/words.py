"""What the made-up families of the comparison say: plain sentences with gaps for names.

`{child}` and `{other}` are two children, `{mum}` and `{dad}` their parents, `{nan}` somebody of the family,
`{worker}` the social worker, `{teacher}` the one who sees a child every day. Nobody in them exists.
"""

from __future__ import annotations


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(","))


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


CHILDREN = _names("Ada, Ben, Cara, Dylan, Ella, Finn, Grace, Harun, Isla, Jude, Kezia, Leo, Maya, Nico, Orla, Rafi")
MUMS = _names("Amy, Bianca, Carly, Donna, Esther, Farah, Gemma, Hollie, Jade, Kelly, Leanne, Magda")
DADS = _names("Aaron, Callum, Darren, Errol, Gareth, Imran, Jason, Karl, Liam, Marek, Nathan, Owen")
FAMILY = _names("Nan Pat, Grandad Roy, Aunt Viv, Uncle Des, Nan Sheila, Aunt Carol, Cousin Tash, Grandma Joyce")
WORKERS = _names("Parveen Gill, Hannah Price, Tunde Ojo, Sian Lloyd, Marta Wolska, Kofi Mensah")
TEACHERS = _names("Mr Hale, Mrs Baptiste, Miss Nowak, Mr Anand, Mrs Doyle")
FRIENDS = _names("Jo Field, Beth Rowe, Asif Malik, Lena Brandt, Tom Pike")
CHAIRS = _names("Ruth Vance, Colin Amos, Dee Harper")

WHY = _paragraphs("""
    {worker} has talked with the family, the school and the health visitor since the call in January. Everyone who
    cares about {child} and {other} can say what they see. Then we agree what needs to happen next.

    Police came to the house twice in the winter, and school has seen {child} tired and upset. We look
    together at what has happened to {child} and {other}, and whether they are safe enough.
""")

PAST_HARM = _paragraphs("""
    {dad} pushed {mum} against the kitchen door while {child} was in the room. {mum} had a bruise on her arm, and
    {child} told {teacher} about it the next morning.

    {child} was left alone with {other} from nine in the evening until after midnight. A neighbour heard {other}
    crying and rang the police, who found both children upstairs in the dark.

    {mum} had drunk a bottle of wine when she drove {child} home from football. She clipped a parked car, and
    {child} hit the seat in front and had a cut above one eye.

    {other} had nothing to eat on three school days in one week. {teacher} gave breakfast each time and saw that
    {other} put bread away to take home.

    {dad} shouted at {child} for more than an hour about a broken telephone. He threw it at the wall beside {child},
    who hid in the wardrobe until {nan} came.
""")

IMPACT = _paragraphs("""
    {who} woke up crying most nights for two weeks and wanted the light left on.

    {who} stopped talking in class and asked every day who would be at the gate.

    {who} cries when a door slams, and looks round to see who is coming in.

    {who} has a small scar and does not want to go in the car.
""")

COMPLICATING = _paragraphs("""
    {dad} lost his work at the warehouse before Christmas, and the rent is £900 behind. Money is what most of the
    rows are about.

    {mum} says she sleeps badly. She has not been to the doctor since the autumn, as the surgery asks her to ring at
    eight.

    The flat has one bedroom for all four of them. There is damp on the wall behind the cots. The landlord has not
    answered for weeks.

    {mum} and {nan} have not spoken since the summer. So the help that used to come on Fridays does not come any more.
""")

GREY_AREAS = _paragraphs("""
    Has {dad} been violent to anyone before he met {mum}? Does anybody in his own family know about it?

    We do not know who looks after {other} on the two evenings when {mum} works late at the care home.

    How much does {mum} drink in a week, when the children are with {nan} and nobody sees her?

    Does {child} get the inhaler every day? School has one, and nobody knows if there is one at home.
""")

STRENGTHS = _paragraphs("""
    {mum} has had {child} at school on time every day since half-term, in clean clothes and with a packed lunch.

    {dad} takes both children swimming on Sundays. {child} can now swim a whole length and tells everybody about it.

    {nan} lives two streets away and has a key. Most Saturdays since they were babies she has looked after {child} and
    {other}.

    {mum} rang {worker} herself after the last row and asked what she could do before it got worse.

    {other} runs to {mum} when she comes to nursery, and the staff see her get down on the floor and listen.
""")

SAFETY = _paragraphs("""
    On the last Friday in February {dad} had been drinking and felt himself getting angry. He rang {nan} and went to
    stay the night there. He came back the next afternoon.

    When {mum} wanted a drink after the court letter came, she took both children to {nan} first. She fetched them in
    the morning after breakfast.

    {child} used the telephone as they had practised and rang {nan}. She came within ten minutes. She stayed until it
    was calm.
""")

NEXT_STEPS = _paragraphs("""
    {worker} and {mum} sit down with the housing form. They send it in before the week is over.

    {dad} rings the men's group and goes to the first meeting. He tells {worker} how it was.

    {nan}, {mum} and {worker} write down who does what on a Friday night. {child} gets a copy with pictures.

    {worker} meets {child} alone at school. They go through the three houses again and see what is new.

    {teacher} writes down each Monday how {child} comes in. If anything is wrong he tells {worker} on that day.
""")

STATEMENTS = _paragraphs("""
    {worker} (social worker) and {teacher} (school) are worried that {dad} will hurt {mum} again when he has been
    drinking. In January she had a bruise on her arm. {child} or {other} could be knocked over or hit. In a few years
    they could be children who are scared at home and cannot learn.

    {worker} (social worker) and {nan} are worried that {mum} will drink so much that she does not see what {child}
    and {other} need. One night they were alone until after midnight. If it happens again they could be hurt in a fire,
    and grow up thinking that nobody comes.

    {worker} (social worker) and {teacher} (school) are worried that {child} and {other} will go without food when the
    money is gone. In one week {teacher} gave breakfast three times. They could fall ill soon, and later fall behind at
    school.
""")

GOALS = _paragraphs("""
    For six months {dad} will show {worker}, {teacher} and {nan} that he is calm and kind at home. When he is angry
    or wants a drink, he goes to {nan} until the next day. {child} and {other} will live in a home where everybody
    feels safe.

    For six months {child} and {other} will always have a grown-up with them who has had nothing to drink. {mum} rings
    {nan} before a hard evening. {nan} and {worker} will see the plan used.
""")

TENS = _paragraphs("""
    Home is calm, and both children are looked after every day. We can all see that it will last. We can close our
    work.

    All at home are safe and rested. The plan has held for six months. Nobody from outside needs to look in.
""")

ZEROS = _paragraphs("""
    Somebody will be hurt if nothing changes tonight.

    {child} and {other} cannot be at home tonight, because nobody there can keep them safe.
""")

DIFFERENCES = _paragraphs("""
    {dad} counts the weeks since it last was bad. {worker} and {teacher} want to see a payday go well first.

    {mum} looks at how it is on most days. {nan} thinks of the Fridays. She says that one bad night is enough.
""")

REASONS = _paragraphs("""
    It is quieter now, and we all had tea together on Sunday.

    I went to my mum's when I got wound up, and nothing happened.

    {child} is still tearful on Monday mornings and asks who will be at home.

    The plan is written down, and nobody has had to use it on a payday yet.
""")

CHILDS_REASONS = _paragraphs("""
    It is not so loud now.

    I can sleep in my own bed.

    Nan comes when I ring her.
""")

CHILDS_HIGHER = _paragraphs("""
    Dad knocks before he comes in.

    We all eat tea together.

    I can bring a friend home.
""")

HIGHER = _paragraphs("""
    Nobody shouts when the money has run out.

    People tell me when they see that I am doing it right.

    A whole month in which {child} comes in smiling.

    The plan has been used once and it worked.
""")

WORRIES = _paragraphs("""
    I don't like it when they shout.

    I lie awake and listen for the door.

    That we have to move and I lose my friends.

    What happens when he comes back.
""")

GOOD_THINGS = _paragraphs("""
    Nan makes pancakes.

    Dad does funny voices when he reads.

    Mum laughs more now.

    We went swimming and I went under water.
""")

DREAMS = _paragraphs("""
    Everybody is friends and nobody shouts.

    No more shouting!

    A garden and a dog.

    A quiet house.

    To take them to football again.
""")

OBSERVED = _paragraphs("""
    {other} played with the bricks and looked up each time a car stopped. When {mum} came in, {other} held up both
    arms, and she picked {other} up and sang.

    A door slammed while {worker} was there. {other} cried and crawled to {mum}, and was calm again after a minute
    on her lap.
""")

BOTTOM_LINES = _paragraphs("""
    A grown-up who has had nothing to drink is with {child} and {other} day and night.

    {dad} comes to the house only when {nan} is there too, until everybody has agreed how.
""")

RULES = _paragraphs("""
    When {dad} is angry or wants a drink, he rings {nan} and stays there until the next afternoon.

    When {mum} sends the word milk, {nan} comes or fetches {child} and {other}, whatever the time is.

    On paydays {dad} gives half of the money to {mum} before he goes anywhere else, and {nan} asks them both on
    Saturday.
""")

CHECKS = _paragraphs("""
    {nan} tells {worker} every Friday how the week was.

    {worker} comes on Tuesdays, without saying when, and sees {child} alone.
""")
