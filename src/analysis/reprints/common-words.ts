/**
 * Common words of English news by how often they are met, most often first: those of line n stand in about one of
 * 2^n stretches of 300 words. Plural and possessive "s" and apostrophes are taken off, as in `words.ts`.
 * Origin: counted in PolNeAR train and, so that its year's topics weigh nothing, in UD EWT and GUM train; the rarer of
 * the two counts.
 */
export const commonWords: readonly string[] = [
  `a an and are as at be but by for from has have he in is it not of on that the thi to was with`,
  `about after all also been had him his i if its just like more new no one or other out over people said say so
   some than their there they time two up we were what when which who will would year you`,
  `against american any back because before being between both called can come could country day did do dont down
   during even far first get going group her how into issue know last long made make many may month most much need
   now only our point question right s see she should show since state still take them then thing think those three
   through told united very want way week well where while work`,
  `according across action again ago already america among another around asked attack away based become behind
   believe best better big bush business call came care case change clear close comment continue deal didnt doe
   doesnt doing done earlier early effort email end enough event ever every face fact family few five former found
   four front full general give given go good got government great hard help here hes high home hour house however
   idea im important including job kind later law lead leader least left less likely line little live look lot
   major making march me mean meeting member message might million money my name nation national never next night
   number off office official often old once own part past person place plan political position post power
   president problem public put real really recent report result run same second security seen set several side
   social something south street such support system talk term texa these theyre though today too took top trying
   turn u under university us use used view war went whether why without working world yet york your`,
  `able account act actually added address administration agreement ahead almost along although alway am answer
   anyone anything appear ask attempt attention bad base became began benefit beyond bill billion black board book
   border bring build building c california campaign cannot cant center certain certainly challenge chance charge
   chief children choice citizen city claim class co college coming committee common community company concern
   conference continued control conversation cost countrie course court current cut d david decade decision
   department described despite difference different difficult director dollar each economic either election else
   especially everyone everything evidence example expected experience fall familie father federal feel field fight
   figure final financial find focu follow following force foreign free friday friend further future gave george
   getting global ground growing guy half hand happen happened having head health held helped higher himself
   history hold hope hundred id include increase independent information instead interest international interview
   iraq isnt ive john july june keep key known large late leave led legal let level life list local longer looking
   lost m man manager mark market matter media meet met mexico middle military mind minute moment monday morning
   move movement mr must n nearly needed network north note nothing november offer open opportunity order
   organization outside p paid particularly party paul pay percent perhap personal play police policy popular
   possible potential press probably process program provide quickly rate rather reason received recently record
   relationship released remain reported request response return risk role rule running saturday saying school seem
   self sense sent service short showed showing sign significant similar single six small someone son soon source
   speak special spent spoke staff stand standard star start started statement step stop story strong student
   summer sunday super sure taken taking talking team tell terrorist themselve third thought thousand threat
   thursday together total toward town trade tried try tuesday turned understand until using value video w wanted
   washington wasnt wednesday weve white whom whose wife within woman women wont word worked worker wrong wrote
   young youre`,
  `ability above absolutely accept access active add adding additional advice affair african afternoon age agency
   agent agree agreed air al allow allowed alone alternative amount analyst announced anti appearance appeared
   approach approval april area arent argue argument arm article asking associated attorney author available
   average avoid b background bank battle beat becoming begin beginning below ben bigger bit block blue born break
   bringing brother brought budget built buy calling camp candidate capital card career cast cause central century
   chair chairman challenging changed changing charged check child china chinese choose chri christian citie civil
   claimed clearly climate closed closely club colleague com commitment communication communitie companie compared
   concerned condition conflict congress consider considered contribution corporate couldnt council county cover
   create created credit crime critical currently cycle daily dangerou data date daughter dead death december
   decide decided deep defense degree deliver delivered demand democracy democrat democratic detail determine
   development died direct direction directly discuss discussion district document door double doubt drive due e
   earned east easy economy education effect eight elected employee ended energy ensure enter entering entire
   establishment europe european evening eventually everybody exactly executive exist expect expectation expert
   explain explained eye f failed failure fair familiar fast favor favorite fbi fear february feeling fellow felt
   female fighting file finally finance finding finish fire firm floor florida focused followed form forward
   founder france freedom friendly fund gain game generally generation germany giving goal goe gone governor
   greater green growth h hall hate hear heard hearing heart hell highest hit holding host huge human husband ill
   image immediately impact included income increased individual industry influence inside instance institution
   intelligence investment involved islamic island israel issued itself j jame january jeff joe joined judge
   justice keeping kept kid killed knew lack language largely larger largest latest lawyer leadership leading
   learned leaving letter living looked loss love low lower main majority mass material maybe meant measure men
   mention mentioned michael mike minimum minister mistake mostly mother moved moving multiple muslim named near
   necessary negative newspaper nine nobody non none nor noted nuclear october offered officer online opening
   operation opinion outcome overall page paper parent pari park particular partie pass passed path percentage
   performance period phone photo pick picture piece planned played playing plu politic poor population positive
   posted powerful practice present presidential pressure pretty prevent previou previously price primary prime
   principle private pro professor project promise proposed protect prove provided published push putting quarter
   quite r race raised ran rank re reach read ready reality receive refused region related release religion
   religiou remember reporter represent representative republican require required research resource respect
   respond responsible rest retired review rich richard rise road robert room russia russian safe sale san saw
   scene scheduled scott season seat secretary secure seek seeking seemed senate senator send senior september
   serie seriou serve served server seven share shared shot shown signed simply sit site sitting situation solution
   somebody sometime sort sound southern speaker specific specifically spend spending split st stage standing statu
   stay storie strength style subject success successful suggest supporter supporting supreme surprise syria t
   talked target tax technology television telling terrorism test text th thank thinking throughout ticket track
   trouble true trust truth tv twice union usa vast veteran vice violence visit voice vote wall watch water weapon
   website weekend west western whatever whole widely willing win won worried worse worth wouldnt write yes`,
  `abroad abstract abuse accepted accused achieve achievement acknowledge acting activitie activity actor actual ad
   addition addressed admit admitted adopted adult advance advanced advantage affect afford affordable agencie
   agenda aid aim airport alabama allegation alleged allie analysi angele annual anybody apart apparently apply
   arab arena argued arkansa armed army arrived asia asian aside assault asset assistance assistant associate
   association assured attacked attend attended attitude attract audience august authoritie authority award aware
   backed balance ban bar barely basi basic basically beach bear begun behalf behavior beijing belief believed belt
   bet biden biggest birth blame blow bob body bomb boston bottom boy brand breakfast breaking bridge brief british
   broad broader broke brooklyn brown businesse buying calendar camera capture captured car careful carolina
   carried carry cash catch caught caused ceo channel chao character charle chicago chosen church cia circle
   circumstance claiming closer closing coalition code cold color columbia column comfortable commander commercial
   commission committed compete competition competitive complaint complete completely complex comprehensive
   computer concluded conclusion conduct conducted confidence confident confirmed connection consequence
   conservative considering consistent constitution consumer content contest continuing contract contrast
   contributed convention core corporation correct counsel count counter couple coverage covered crazy creating
   criminal crisi critic cross crowd crucial cultural culture cutting damage dan danger dark de dealing debate debt
   dec declared decline declined deeply defeat defeated defined demonstrate denied describe deserve designed
   detailed determined developer devoted digital dinner directed discussed display distance diversity division
   doctor donation downtown dozen dr draw dream driven driver driving drop dropped drove drug dynamic eager easier
   easily eastern ed edge editor effective element elite elsewhere emission encourage enforcement engage engaged
   english enjoy enormou entered entirely environment environmental episode equal era error essentially estimate
   estimated except exception exchange existing expanding expansion expensive experienced explanation exposed
   expressed extend extent extreme extremely extremist faced facing factor fairly faith fallen falling false fan
   feb fee feet fell fifth filed filing fill filled fine finished fit fix flag fly folk food forced forth fortune
   forum foundation founded fourth frank french frequently fresh fuel fully fun fundamental funded funding g gained
   gap gas gender german giant girl god gotten gov grab graduate grand grant greatest grew grow grown guard guess
   guest gun handle handling happening happy harry hasnt havent headed heading headline headquarter heat heavy hed
   helping herself highly hill historic homeland honest honor hopeful hoping hot hotel household housing http hurt
   identified identify identity ignore ignored ii illegal imagine immediate immigration importance impossible
   improve incident increasing increasingly indeed indicated industrial influential initial initially initiative
   inspired institute insurance intended intention interested interesting internal internet interviewed introduced
   investigation invited involvement involving iran iranian isi jan japan jason jersey jewish jim johnson join
   joint joke joseph journal jr judgment k kerry kill killing king knowledge korea l labor lady laid land launched
   lay learn lee legacy legislation legislative lesson liberal lie light limit limited link linked listen lived los
   lose losing magazine mail mainstream maintain maintained male managed management marked marriage martin massive
   match mayor meaning meanwhile mexican miami michelle mid migrant mile militant missing mission model moderate
   modern moral movie murder myself narrative narrow native natural nature necessarily negotiation neighbor
   neighborhood neither net newly nice notion nov numerou o obviously odd offensive offering oh oil okay older
   ongoing onto opened openly operative opportunitie oppose opposed opposite option ordered organized original
   otherwise oversea owned owner pace pacific palestinian panel participate partner partnership patrick paying
   payment peace pennsylvania per perception perfect personally perspective peter picked placed plane planning
   platform player please pledge plenty pointed policie politician popularity pose posed possibility possibly
   poverty praise pre prefer prepare prepared presence priority proceed product professional profit progress
   prominent promised promote promoting property proposal protection protest proud providing provision publicly
   pull purpose pursue pushed qualified quality quick quote racial radical radio raise range rare rating reached
   reaction reading receiving recognize recognized recommendation red reduce reference referred reflect refuse
   regime regional registered regular regularly regulation relation relative relatively remained remark reminder
   rep repeated repeatedly reportedly reporting represented reputation requested requirement reserve resident
   responded responsibility restriction returned returning revealed revolution rick rising rock roll root rose
   roughly round route ryan safety sat save saving scale schedule science scientist score sea search secret sector
   seeing select sell selling sending sensitive sentence separate seriously serving session setting sexual shape
   shed shell shortly shouldnt shut signal signature significantly simple sister size skill slightly slow smaller
   smart smith society sold soldier solid somewhat sorry sought space spanish speaking speech spoken spokesman spot
   spread spring square starting stated station staying steve stock stood stopped store strategy stretch strike
   stronger strongest strongly struggle struggling stuck study stuff subsequent substantial succeed suggested
   suggesting suggestion suit supported supposed surprised survey susan syrian table tactic task tea teacher ted
   temporary ten tend tension terrible territory terror theme theyve thoma threatened thu tie tied tight title tom
   tonight tool topic totally tough tour trading traditional trail train travel treat treated trend trial trip
   troop truly turkey turning type typically ultimately unable understanding unity universal unless unlike unlikely
   unusual updated upon user usual usually v valley variety variou venture version via victim victory viewer
   violent virtually vision visited volunteer voted wait waiting wake walk walked warned warning watched watching
   wave wealth wealthy wearing welcome wide william wind wing winning wish wonder worry worst writer writing
   written x y younger youve zero zone`,
];
