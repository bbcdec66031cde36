"""Words that tell names from other words: titles, everyday words that are names too, words of agencies and places."""

from __future__ import annotations

# They stay where they stand in a name: Aunt Jo becomes Aunt and an invented name, Mr Cole Mr and an invented one.
TITLES = frozenset(
    "mr mrs ms miss mx dr doctor sir dame lord lady rev reverend prof professor judge pc dc ds sgt".split()
)
KIN = frozenset(
    "mum mummy mam mama mamma mom mother dad daddy dada papa father nan nana nanna nanny nanan gran granny "
    "grandma grandmother grandad granddad grandpa grandfather gramps aunt auntie aunty uncle cousin brother "
    "sister sis bro stepmum stepdad stepmother stepfather step great foster twin baby bump unborn junior senior "
    "pops pap pai tata babcia dziadek ciocia wujek mamo tato abba ammi abbu ummi baba bibi teta".split()
)
# What somebody is in the work, often used as an id.
ROLES = frozenset(
    "social worker workers sw teacher head headteacher deputy nurse midwife doctor gp hv health visitor visiting "
    "police officer sergeant school nursery nursing chair manager author advocate interpreter supporter solicitor "
    "lawyer barrister judge consultant psychiatrist psychologist therapist counsellor paediatrician dentist "
    "support family families housing probation mental adult adults child children childminder keyworker key youth "
    "early help team lead senior practitioner person parent parents carer carers partner network neighbour "
    "neighbor friend landlord coach tutor mentor guardian referrer caller anonymous ambulance paramedic hospital "
    "iro dsl senco lado mash camhs cin cp other everyone room all home boy girl man woman lady someone somebody "
    "kid kids professional agency".split()
)
# Small words inside a name that are no name by themselves.
PARTICLES = frozenset(
    "van von der den de del della di da do dos das la le les el al bin ibn bint ben ap ab ter ten af av zu and of "
    "the y e i next door from with for or in at to on over across by née nee aka".split()
)
# First names and surnames of England that are everyday words too: they are taken for a name only with a capital.
NAMES_AND_WORDS = frozenset(
    "abbey abbot amber an angel april archer are art ash august autumn bacon bail baker ball banks barber barker "
    "basil be bean bear beech bell berg berry best bill birch bird bishop black bland blunt bolt bond book bowl "
    "brand bridge bright brook brooks brown buddy bull burn burns bush butler by camp can candy carol carter case "
    "cash cat chain chambers chance chapel chapman charity chase chat child christian christmas church clay clear "
    "cliff close clover coat coffee cold cook cooper cotton court cross crow crystal daisy dale dance darling "
    "dash dawn day dean dear dew did do don dot dove drew drum duck duke dusk earl early east echo eve fair fairy "
    "faith fall farm farmer fast fern field fields fine fish fisher flood flora flower foot ford forest fox frank "
    "free french friend friends from frost gale game garden gardener garland gates gay gem gentle german gill "
    "ginger glass go gold golden good gore grace grant grave gray green grey guy ha had hale hall ham hand hands "
    "hardy harper harry hart has hawk hay hazel he head heart heath heather her hero hide high hill him his ho "
    "hogg holder holiday holly honey hood hook hope hopper horn horner house howl hunt hunter hurt idle if in "
    "iris irish is it ivory ivy jack jade january jay jean jet jewel joke jolly joy judge july june just kay keen "
    "kid kind king kit kitty knight knock la lake lamb lance land lane lark last law lay le leach leaf lee leek "
    "let li light lilac lily line linen link lion little living lo loch lock long lord lotus love lovely low luck "
    "lucky ma mace main major makin man mann manual manuel march mark marsh mason may mayor me mead meadow melody "
    "mercy merry mild miles miller mills mint miss mist mole monday money month moody moon moor more morn moss "
    "mount mulch munch my myth nail neat need nest new nice nick nickel night no noble noon norm north not now "
    "nurse oak ocean of off oh old oldman olive on one opal or orange organ our out pa pace pack page paine "
    "painter palm pan paris park parks parrot parsley partridge pat patch patience pay peace peach peak pear "
    "pearl peck pen penny pepper perch petal piper plant plum polish pool poor pope poppy porter post potter "
    "pound power pratt preacher press price pride priest prince princess proud prudence purple quail quick race "
    "rain rainbow ramp raven ray read reader real redhead reed reef rice rich rider ridge ring rise river rivers "
    "road rob robin rock roman root roper rose row ruby rue rule rump rush rust rusty rut sadler saffron sage "
    "sail sale salt sand sands sandy saturday savage say school scout sea seal see seed self seller serenity "
    "sewell shade shark sharp shaw she sheets shell shepherd shine shore short sides silver sims singer sit "
    "skinner skip sky slater small smith snell snow so sole son song soul south spark speak spear speed spice "
    "spring squire stack star stark stars steed steel sterling stern stew steward still stock stone storm stout "
    "strange street stringer strong sue summer summers sun sunday sunny sunshine sweet swift tail tall tanner "
    "taylor teal tempest temple ten that the them then they this thorn thumb tide tiger tiller timber to too top "
    "tower town toy trace train travel tree trinity trip true trust tuck tulip turner two underwood up us use "
    "usher vale valley van victor vine viola violet wade wait wake walker wall waller wang ward warden warm "
    "warner was washer water waters watt way we weaver week welcome wells welsh west what wheat wheeler when "
    "white who why wick wild will willow wind winner winter winters wisdom wise with wolf wood woods wool word "
    "worker worth worthy wright yard yarn year yes you young zen".split()
)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

# The last word of the name of a school, a surgery, a street and the like: what stands before it is a name.
INSTITUTIONS = frozenset(
    "school primary secondary infant infants junior academy nursery college university playgroup preschool "
    "surgery hospital infirmary hospice clinic practice pharmacy centre center church mosque temple synagogue "
    "gurdwara chapel police council borough county constabulary prison hostel refuge trust road street lane "
    "avenue close drive court house park estate crescent terrace gardens grove way walk place square row hill "
    "farm cottage lodge tower towers station library hotel pub inn club leisure hub".split()
)
# Words of an agency that tell what it is, not which one.
OF_AGENCIES = INSTITUTIONS | frozenset(
    "children childrens adult adults family families services service social care early help health visiting "
    "visitor visitors nursing nurse nurses midwife midwives midwifery team unit department safeguarding reviewing "
    "review independent conference conferences chairs youth justice offending probation housing education welfare "
    "mental community child adolescent nhs foundation general special medical medicine group association benefits "
    "advice support advocacy recovery drug alcohol domestic abuse violence women womens men mens fire ambulance "
    "rescue court courts tribunal and of for the in at st saint royal mash camhs cafcass gp a e ae emergency "
    "office officer front door duty out hours leaving district city town national crown county high primary "
    "secondary".split()
)
# Capitals that name nobody: short forms of the work, languages, peoples, faiths, feasts.
NOT_NAMES = frozenset(
    "i ok a gp nhs cp cin cpp cpc icpc rcpc iro hv sw mash marac dvds camhs lado dsl senco sen ehcp ehc tac taf "
    "fgc pcso cafcass dwp pip uc id dna adhd asd pru tv dvd cd uk eu usa wifi xbox ps5 playstation youtube tiktok "
    "facebook instagram snapchat whatsapp netflix google zoom teams facetime minecraft roblox lego pokemon barbie "
    "frozen bluey english welsh scottish irish british polish romanian bulgarian lithuanian latvian portuguese "
    "spanish french german italian dutch turkish kurdish arabic urdu punjabi bengali gujarati hindi tamil somali "
    "tigrinya amharic farsi dari pashto persian chinese cantonese mandarin vietnamese albanian ukrainian russian "
    "czech slovak roma romani gypsy traveller african caribbean asian european american indian pakistani "
    "bangladeshi nigerian ghanaian black white christian catholic protestant methodist muslim islam jewish hindu "
    "sikh buddhist god allah bible quran eid ramadan diwali christmas easter halloween hanukkah vaisakhi lent "
    "passover new year eve bsl makaton england wales scotland ireland britain europe signs safety".split()
)
# What sentences start with; a capital there says nothing.
STARTS = frozenset(
    "the a an this that these those there here it its he she they we you i his her hers their theirs our ours "
    "your my him them us who whom whose what which when where why how if then than because since until while "
    "although though unless after before during between among about above below behind beside besides by for from "
    "in into of off on onto out over past per through to toward towards under up upon with within without at as "
    "and but or nor so yet both either neither each every everyone everybody everything anyone anybody anything "
    "someone somebody something nobody nothing none one two three four five six seven eight nine ten twice once "
    "all any some many much more most few less least several other another same such no not never always often "
    "sometimes usually mostly again also still just only even ever now today tomorrow yesterday tonight soon "
    "later earlier first second third last next is are was were be been being am do does did done has have had "
    "having can could will would shall should may might must let lets please thank thanks yes well good great bad "
    "better best worse worst nice kind happy sad angry scared frightened worried safe calm quiet loud tired "
    "hungry cold warm clean dirty ill sick poor rich young old new big small little long short early late high "
    "low hard easy home house flat garden kitchen bedroom bed door stairs street road car bus school nursery "
    "class work job money food tea dinner lunch breakfast bath night day morning afternoon evening week weekend "
    "month year time times date days weeks months years hours hour minutes minute birthday family mum mam mummy "
    "dad daddy parents parent baby babies child children kids kid boy boys girl girls brother brothers sister "
    "sisters nan gran grandma grandad uncle auntie aunt cousin friend friends neighbour neighbours people person "
    "man men woman women police nurse teacher doctor midwife worker workers visitor social health head pupils "
    "staff practitioners professionals services support help plan plans meeting meetings visit visits report "
    "reports review conference network rules rule step steps goal goals worry worries danger dangers harm hurt "
    "hit hits shout shouts shouted cry cries cried say says said tell tells told ask asks asked think thinks "
    "thought know knows knew known see sees saw seen hear hears heard feel feels felt want wants wanted need "
    "needs needed like likes liked love loves loved hate hates get gets got go goes went gone come comes came "
    "take takes took make makes made give gives gave keep keeps kept put puts look looks looked find finds found "
    "show shows showed meet meets met ring rings rang call calls called text texts texted talk talks talked play "
    "plays played read reads write writes wrote draw draws drew sleep sleeps slept eat eats ate drink drinks "
    "drank drunk drinking live lives lived stay stays stayed leave leaves left bring brings brought fetch fetches "
    "fetched walk walks walked run runs ran sit sits sat stand stands stood wait waits waited watch watches "
    "watched start starts started stop stops stopped begin try tries tried use uses used open opens closed close "
    "move moves moved change changes changed happen happens happened weekly daily monthly fortnightly wears wear "
    "enough almost nearly quite very too away back down together alone outside inside upstairs downstairs around "
    "near far whether however maybe perhaps rent debts debt mould damp messy tidy drugs alcohol cannabis medicine "
    "tablets anxiety depression pain violence abuse neglect arguments argument half quarter part whole end "
    "beginning middle side top bottom number numbers reason reasons thing things word words way ways place places "
    "room rooms hospital surgery court letter letters phone telephone message messages email photo photos picture "
    "pictures book books story stories bedtime playtime homework uniform shoes coat clothes nappies milk bottle "
    "bottles cot pram toys football swimming dance dancing music park shop shops church mosque temple town city "
    "cat cats dog dogs pet pets fire smoke knife fight fights fighting bruise bruises cut mark marks accident "
    "emergency ambulance arrest bail charge solicitor judge order contact handover holiday holidays christmas "
    "easter summer winter spring autumn half-term term agreed mapping initial drawn houses wizard form sheet "
    "taken sent given held decided whoever whatever whenever wherever anonymous referrer caller supervised "
    "unsupervised lot lots isn aren wasn weren don doesn didn won couldn wouldn shouldn hasn haven hadn eleven "
    "twelve thirteen fourteen fifteen sixteen twenty thirty forty fifty sixty hundred empty pretty tiny huge "
    "proud kindly grown bigger smaller older younger own full busy free sure glad sorry".split()
)
