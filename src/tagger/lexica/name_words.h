// Words that make names: heads of organisations, facilities, events, laws …, titles, role nouns, connectors.
//
// Written by hand from the style of wire copy. All in folded form (fold.h). A word may stand in several lists.
#pragma once

#include <string_view>

namespace newsgloss::lexica {

// The last word, or the word before "of", of an organisation's name.
inline constexpr std::string_view organization_heads =
    "academy administration air agency agencies airline airlines airways alliance ambulance archive archives army "
    "assembly assn association associates authority authorities bank bancorp battalion board boards brigade "
    "broadcasting brotherhood brothers bureau business cabinet caucus center centre centers centres chamber charity "
    "church city-council clinic club coalition co co. college colleges command commission commissions "
    "committee committees community companies company confederation conference-board congress consortium constabulary "
    "consulate consultancy consulting cooperative co-operative corp corp. corporation council councils court courts "
    "daily defence department departments diocese archdiocese directorate directory district-court division duma "
    "electric embassy energy enterprise enterprises entertainment establishment exchange express faculty fc federation "
    "finance firm fleet force forces foundation front fund funds gazette general-assembly government group groups "
    "guard guards guild herald holding holdings hospital hospitals house-of-representatives inc inc. industries "
    "initiative-group insider institute institutes institution institutions insurance international investments "
    "house jirga journal junta knesset laboratories laboratory lab labs league legislature limited llc llp lodge ltd "
    "ltd. "
    "majlis media medical ministries ministry mission mosque motors movement museum network networks news newspaper "
    "observatory office offices orchestra order organisation organisations organization organizations panel papers "
    "parliament parties partners partnership party patrol pharma pharmaceuticals plc police post-office precinct "
    "presidency press productions prosecutors province-council publishers quartet radio railways regiment registry "
    "resources saturday-club school schools secretariat senate service services shipping society squad staff "
    "steel stores studio studios synod systems task taskforce team technologies technology telecom telegraph "
    "television theatre times tribune tribunal trust tv union unions unit united university universities ventures "
    "voice watch watchdog workers";

// The first word of organisations' names in Romance and other languages.
inline constexpr std::string_view organization_openers =
    "agencia asamblea asociacion assemblee associacao association banco banque bank cadena canal camara centro "
    "comision "
    "comite commission compagnie companhia compania consejo constructora cooperativa corporacion corte defensoria "
    "diario "
    "editorial empresa federacion federation fondation fundacao fundacion gremio groupe grupo industrias instituto "
    "institut mairie ministere ministerio naviera parti partido petroleos policia radio sindicato societe sociedad "
    "tribunal union universidad universidade universite universitas universitat partai parti rashtriya";

inline constexpr std::string_view facility_heads =
    "airport airbase aquarium arena auditorium avenue barracks base bridge building camp canal castle cathedral "
    "cemetery checkpoint complex corridor courthouse crossing dam dome expressway factory freeway gallery gate "
    "gardens hall harbour harbor heliport highway hotel jail line mall mansion market memorial metro mill mine "
    "monastery monument motorway palace park pavilion pier pipeline plant plaza port prison railway ranch refinery "
    "reservoir resort road runway seaport shipyard shrine square stadium station street temple terminal tower towers "
    "track tunnel village-hall zoo gymnasium observatory barrage roundabout";

inline constexpr std::string_view event_heads =
    "accident attacks biennale bowl carnival celebration celebrations ceremony championship championships classic "
    "conference congress-summit convention-event coup crisis cup dialogue day derby earthquake election elections "
    "exhibition expo fair festival fest final finals forum games genocide grand-prix gp holocaust hurricane "
    "jubilee marathon masters massacre meeting meetings olympics olympiad open pandemic paralympics prix race "
    "rally ramadan referendum revolution riots season semi-final series show summit summits symposium tour "
    "tournament tsunami typhoon uprising war wars week workshop playoffs cyclone intifada eurovision";

inline constexpr std::string_view law_heads =
    "accord accords act acts agreement amendment bill charter code constitution convention covenant decree "
    "directive edict law laws legislation ordinance pact protocol resolution rules statute treaty "
    "declaration decision";

inline constexpr std::string_view work_heads =
    "album book chronicle chronicles documentary edition episode film gospel magazine movie novel opera painting poem "
    "quran bible report song sonata symphony trilogy";

inline constexpr std::string_view product_heads =
    "aircraft app helicopter jet missile phone rifle rocket satellite smartphone tank vaccine";

inline constexpr std::string_view other_heads =
    "award awards campaign certificate challenge doctrine dream fellowship framework goals initiative initiatives "
    "language languages medal mechanism medals operation plan plans platform policy prize prizes program programme "
    "programmes programs project projects scheme scholarship spirit strategy vision mission-plan roadmap";

// Places by nature, and by rule of somebody.
inline constexpr std::string_view location_heads =
    "archipelago bay basin beach cape coast continent crater delta desert estuary falls fjord forest glacier gulf "
    "heights "
    "hemisphere hills island islands isle isles lagoon lake lakes mount mountain mountains oasis ocean peak peninsula "
    "area zone plain plains plateau pole ridge reef reserve rift river rivers sanctuary sea strait straits valley "
    "volcano "
    "waterfall "
    "wetland woods creek midlands";
inline constexpr std::string_view government_heads =
    "canton city county district emirate federation-subject governorate kingdom municipality oblast parish "
    "prefecture province provinces region republic republics state states suburb territory territories town township "
    "village voivodeship";

// Words that open a place's name.
inline constexpr std::string_view place_openers =
    "lake mount mt mt. cape port fort san santa saint st st. puerto los las el ciudad isle gulf strait bay sea";

// Words before which "of" goes on with the name: these besides all heads above.
inline constexpr std::string_view of_joiners =
    "bank university institute ministry department republic kingdom state gulf bay strait sea isle cape church house "
    "court board council college school faculty league union federation office bureau diocese city province port "
    "tower museum hall battle treaty festival feast day declaration constitution bill act statue temple straits people "
    "order knights sons daughters voice friends ambassador bishop-conference valley centre center commissioner";

// A place follows them: "the city of X".
inline constexpr std::string_view place_nouns =
    "area area's borough capital city continent country county district hamlet island municipality nation "
    "neighborhood neighbourhood prefecture port province region republic resort state suburb territory town township "
    "village villages towns cities districts provinces";

// Written before a person's name; never part of it.
inline constexpr std::string_view honorifics =
    "mr mr. mrs mrs. ms ms. miss mx dr dr. prof prof. sir dame lord lady madam madame monsieur mme mme. sheikh sheikha "
    "sheik shaikh hajj haji alhaji alhaja malam ustaz maulana mullah ayatollah imam rabbi rev rev. reverend fr fr. "
    "father "
    "sister brother pastor bishop archbishop cardinal pope saint st. hon hon. gen gen. col col. lt lt. maj maj. sgt "
    "sgt. "
    "capt capt. cmdr cmdr. adm adm. cpl cpl. pvt pvt. brig brig. gov gov. sen sen. rep rep. pres pres. supt supt. insp "
    "insp. det det. pte engr engr. barr. chief oba emir nana datuk dato tan-sri tun puan shri smt smt. justice "
    "lieutenant sergeant corporal private king queen prince princess duke duchess count baron baroness emperor empress "
    "sultan kyai ustad pandit swami guru aunt auntie aunty uncle seri datin encik grandma grandpa e.o. sr. jr. u daw";

// Office holders and occupations: what a person is. Also in lower case and as the head of an apposition.
inline constexpr std::string_view role_nouns =
    "accountant activist actor actress adjutant administrator admiral adviser advisor advocate agent aide air-marshal "
    "ally "
    "ambassador analyst anchor animator announcer anthropologist archaeologist archbishop architect artist assistant "
    "astronaut astronomer athlete attorney attorney-general auditor author ayatollah ballerina banker baroness "
    "barrister "
    "baseballer batsman biologist bishop blogger bodyguard bowler boss boxer broadcaster brigadier brother builder "
    "businessman businesswoman businessperson candidate captain cardinal caretaker cartoonist catcher ceo celebrity "
    "cfo "
    "chair chairman chairperson chairwoman chairlady champion chancellor chef chemist chief choreographer cleric "
    "clergyman "
    "climatologist coach co-author co-chair co-chairman co-founder co-owner colleague collector colonel columnist "
    "comedian "
    "commandant commander commentator commissioner composer comptroller congressman congresswoman conductor constable "
    "consul consultant contractor controller coo coordinator co-ordinator coroner correspondent councillor councilman "
    "councilwoman councilor counsel counsellor counselor counterpart co-worker critic curator cyclist dancer daughter "
    "dean "
    "defence-minister defender delegate dentist deputy designer detective developer dictator diplomat director "
    "director-general dissident doctor driver drummer economist editor editor-in-chief elder emir emperor employee "
    "engineer entrepreneur envoy epidemiologist evangelist examiner executive expert explorer farmer father "
    "father-in-law "
    "fighter filmmaker financier fisherman footballer forecaster foreman forward founder friend gardener general "
    "geologist girlfriend boyfriend goalkeeper governor governor-general graduate grandfather grandmother grandson "
    "granddaughter guard guardian guest guitarist gunman half-back head headmaster headmistress headteacher heir "
    "historian "
    "host "
    "husband wife widow imam independent inspector instructor interpreter inventor investigator investor journalist "
    "judge "
    "jurist justice keeper king queen landlord laureate lawmaker lawyer lead leader lecturer legislator librarian "
    "lieutenant linguist lobbyist lord magistrate major manager marshal mathematician mayor mayoress md mechanic "
    "mediator "
    "medic member merchant meteorologist midfielder midwife militant minister ministers mla mna model moderator "
    "monarch "
    "monk mother mp mps musician narrator negotiator neighbor neighbour nephew neurologist niece novelist nun nurse "
    "nutritionist officer official officials ombudsman ombudswoman operative opponent organiser organizer owner "
    "painter "
    "paramedic parent parliamentarian party-leader pastor pathologist patriarch patron pediatrician "
    "philanthropist philosopher photographer physician physicist pianist pilot playwright player poet police-chief "
    "policeman policewoman politician pope postmaster practitioner preacher premier presenter president "
    "president-elect "
    "priest prime-minister prince princess principal producer professor programmer prosecutor protester provost "
    "psychiatrist psychologist publicist publisher rabbi racer rapper reader rector referee registrar relative "
    "reporter "
    "representative representatives researcher resident retiree reverend reviewer rider ruler runner sailor scholar "
    "scientist screenwriter sculptor secretary secretary-general secretary-treasurer seismologist senator sergeant "
    "sheriff shopkeeper singer sister skipper sociologist soldier solicitor son songwriter speaker specialist "
    "spokesman "
    "spokesperson spokesperson spokeswoman sprinter star statesman statistician strategist striker student sultan "
    "superintendent superstar supervisor surgeon survivor survivors suspect swimmer teacher technician teenager "
    "tennis-player theologian therapist trader trainer translator treasurer trustee tutor tycoon uncle aunt "
    "under-secretary undersecretary under-secretary-general veteran veterinarian vice-captain vice-chair vice-chairman "
    "vice-chairperson vice-chairwoman vice-chancellor vice-minister vice-premier vice-president vice-principal "
    "vicepresident victim violinist virologist volunteer warden warlord weightlifter whistleblower winger winner "
    "witness "
    "woman man worker wrestler writer youtuber youngster zoologist cousin colleague co-director co-president vlogger "
    "influencer spymaster pm czar tsar chairwomen chairmen dg vp cmo cto cm mpa mpas mps";

// They modify a role: "deputy prime minister", "former chief economist".
inline constexpr std::string_view role_modifiers =
    "acting additional assistant associate attorney brigadier caretaker chief deputy designate detective director "
    "emeritus "
    "ex executive federal first former foreign general head honorary incoming inspector interim joint junior late lead "
    "lieutenant "
    "major managing minister national outgoing permanent premier president presidential prime principal private "
    "regional "
    "retired secretary senior sergeant shadow special state then union veteran vice wing commander field rear air "
    "police lord "
    "defence defense finance health interior home education justice trade labour labor energy environment agriculture "
    "transport tourism information communications culture sports economy planning science foreign-affairs opposition "
    "parliamentary party house senate cabinet government military army navy crown group chairman election district "
    "municipal provincial anti-corruption intelligence county city company club team bank labour immigration";

// Female and male role words; the rest say nothing.
inline constexpr std::string_view female_words =
    "mrs mrs. ms ms. miss madam madame mme mme. dame lady sister aunt queen princess duchess baroness empress sheikha "
    "puan datin auntie aunty daw alhaja mayoress actress spokeswoman chairwoman chairlady vice-chairwoman "
    "businesswoman congresswoman "
    "policewoman councilwoman ombudswoman headmistress ballerina mother grandmother daughter wife widow girlfriend "
    "granddaughter niece nun waitress woman girl mum mom midwife countess congresswomen sportswoman stateswoman "
    "camerawoman saleswoman horsewoman frenchwoman irishwoman englishwoman schoolgirl smt smt. grandma stepmother "
    "mother-in-law sister-in-law daughter-in-law mother-of-two heroine hostess heiress";
inline constexpr std::string_view male_words =
    "mr mr. spokesman sir lord brother uncle king prince duke count baron emperor sultan pope monsieur father "
    "grandfather son "
    "husband widower boyfriend grandson nephew monk businessman congressman policeman councilman headmaster fisherman "
    "batsman gentleman man boy dad statesman sportsman cameraman salesman clergyman seaman airman serviceman "
    "frenchman irishman englishman dutchman schoolboy shri grandpa father-of-two father-of-three stepfather "
    "father-in-law brother-in-law son-in-law encik alhaji imam bishop archbishop cardinal ayatollah mullah sheikh emir "
    "oba";

// Join parts of one person's or place's name, in lower case.
inline constexpr std::string_view particles =
    "de del della delle dei di da das do dos du des la le les los las el al ul ud ur bin bint ibn ben abu van von der "
    "den "
    "ten ter zu zum y e al- un und ap na af av";

// Verbs after which, or before which, somebody speaks: a person rather than a place stands beside them.
inline constexpr std::string_view speech_verbs =
    "said says say told tells added adds stated states noted notes warned warns explained explains announced announces "
    "argued argues claimed claims insisted insists stressed stresses urged urges called calls asked asks replied "
    "recalled remarked observed reiterated emphasised emphasized highlighted revealed reveals declared denied denies "
    "admitted acknowledged confirmed confirms believes thinks hopes expressed promised pledged vowed tweeted wrote "
    "writes commented concluded continued disclosed appealed praised lauded thanked accused alleged suggested adding "
    "answered asserted assured cautioned complained contended countered indicated joked lamented maintained mentioned "
    "notes predicted recalls responded testified";

inline constexpr std::string_view months_and_days =
    "january february march april may june july august september october november december jan jan. feb feb. mar mar. "
    "apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. monday tuesday wednesday "
    "thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue wed thu "
    "fri sat sun mon. tue. wed. thu. fri. sat. sun. am pm a.m. p.m. "
    "gmt "
    "est utc edt pst bst ist cet";

// Never part of a name, and never one, though often capitalised.
inline constexpr std::string_view function_words =
    "a an the this that these those and or but nor so yet if when while as since because although though after before "
    "until unless once in on at by for from to with without within into onto of off over under about against between "
    "through during across along among around behind beyond despite except inside like near outside per upon via than "
    "i he she it we they me him her us them my his its our their your you mine himself herself itself themselves who "
    "whom whose which what where why how is are was were be been being am has have had do does did will would shall "
    "should can could may might must not no yes there here then now also however meanwhile moreover furthermore still "
    "even just only very too more most much many some any each every all both few several other another such same "
    "one two three four five six seven eight nine ten dozens hundreds thousands millions earlier later today yesterday "
    "tomorrow instead thus hence therefore nevertheless nonetheless besides according asked speaking citing following "
    "despite given eminence excellency majesty highness holiness honour let says said ok okay oh well maybe perhaps "
    "photo photos image picture video watch read related "
    "click share updated published source sources credit copyright advertisement file neither either whether last next "
    "i'm i'd i'll i've it's he's she's we're they're that's there's what's don't didn't yeah hello dear thanks thank "
    "please based additionally similarly finally previously currently recently overall likewise apart amid amidst "
    "former late retired outgoing incoming particularly especially indeed whereas whenever wherever whatever whoever "
    "nothing something anything everything "
    "nobody somebody everybody everyone someone anyone none";

inline constexpr std::string_view ordinals =
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth inaugural annual";

// Capitals that name a thing or a rank, not an organisation.
inline constexpr std::string_view plain_acronyms =
    "ceo cfo coo cto cmo gdp gnp covid covid-19 hiv aids tv dna rna mp mps mla mna pm vp ai ict it lng lpg vat kg km "
    "mph "
    "usd ngo ngos gmt bst est pst utc fifth id ids pdf sme smes phd mba ba ma bsc msc md dvd cd suv pcr ppe atm sms "
    "gps "
    "kfc-id faq dj pr hr vip ev evs ipo esg led ii iii iv vi vii viii xi xii xiv sars "
    "hmpv h1n1 dui ied ieds uav uavs icbm ptsd usb cctv-id pc pcs r&d q&a fy fdi gst ok asap rip diy no nos cpi wi-fi "
    "cm ebitda eps roi ifrs gaap odi odis t20 t20i";

}  // namespace newsgloss::lexica
