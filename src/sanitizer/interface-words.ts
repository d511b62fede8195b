/** Common words of English interfaces. A text made of them alone names what a person can do, not
 * whom it is about. */
export const interfaceWords = `
a about above accept accepted access account accounts action actions activate active activity add
added additional address addresses admin advanced after again agent agents alert alerts all allow
allowed already always am amount an analytics and another any api app appearance application
applications apply approve approved april archive archived are area aren as ascending ask assign
assigned assignee assignment at attach attached attachment attachments audit august author auto
automatic available avatar average back background badge balance banner bar based basic batch be
before begin below billing blank block blocked blog board bold book both bottom box branch browse
budget build bulk button by calendar call campaign can cancel canceled cancelled cannot card cards
cart cases categories category center change changed changes channel channels chart charts chat
check checkbox checked checklist checkout choose city clear click client clients close closed code
codes collapse collapsed collection color colors column columns comment comments commit community
company compare complete completed compose configuration configure confirm confirmation connect
connected connection contact contacts contain contains content contents continue contract
contracts copied copy cost costs couldn count country coupon course create created creator credit
critical currency current custom customer customers customize cut daily dashboard data database
date dates day days deactivate debug december decline decrease default defaults delay delete
deleted delivery demo department deploy deployment descending description design desktop
destination detail details developer device devices dialog did didn disable disabled discard
disconnect discount dismiss display do docs document documentation documents does doesn domain don
done down download downloads draft drafts drag drop dropdown due duplicate duration each earlier
edit edited editor email emails empty enable enabled end ends enter entries entry error errors
estimate event events every example exclude exit expand expanded expired expires explore export
external failed failure false faq favorite favorites feature features february feed feedback fewer
field fields file files fill filter filters final find finish first folder folders follow font
footer for forgot form format forms forum forward found free friday from full general generate get
getting github give global go goal goals grid group groups guide has hasn have haven header
heading height hello help here hidden hide high history hold home hour hours how icon id if ignore
image images import important in inactive inbox include included increase index info information
input insert install installed instructions integration integrations internal into invalid
inventory invitation invite invited invoice invoices is isn issue issues it item items january job
jobs join july june just keep key keyboard keys label labels language large last later latest
layout lead leads learn leave left legal less level library license light limit line link links
list live load loading local location locations lock locked log logged login logo logout logs low
mail main make manage management manager manual many map march mark maximum may me medium meeting
meetings member members menu merge message messages method metrics middle minimum minute minutes
missing mobile mode model modified modify module monday month monthly months more most move
multiple mute my name names navigate navigation need never new newest next no none normal not note
notes nothing notification notifications november now number numbers october of off offer offline
ok okay old older oldest on one online only open opened operation optional options or order orders
organization other others our out overdue overview owner package page pages paid panel parent part
participants partner password paste pause paused pay payment payments pending people per percent
period permanently permission permissions person personal phone photo photos pin ping pipeline
place plan plans platform play please plugin plugins point points policy popular port position
post posts preferences preview previous price prices pricing primary print priority privacy
private problem problems process processing product products profile profiles progress project
projects properties property provider public publish published purchase quantity query question
questions queue quick quote quotes random rate rating ready reason receive received recent
recently recipient record recording records redo refresh refund region register regular reject
rejected related release releases reload remember reminder remove removed rename renew reopen
reorder repeat repeated replace replied reply report reports repository request requested requests
required requires resend reset resolve resolved resource resources response responses restart
restore result results resume retry return returns reveal revert review reviewed reviews right
role roles row rows rule rules run running same sample saturday save saved schedule scheduled
score screen script scroll search second seconds section sections security see seems select
selected selection send sender sent september server service services session sessions set
settings setup share shared shipped shipping shop short shortcut shortcuts should show sidebar
sign simple since size skip small some something sort sorted source space spam standard star
starred start started starts state statistics stats status step steps stock stop storage store
style subject submit submitted subscribe subscription subscriptions subtotal success successful
successfully suggestion suggestions summary sunday support suspended switch sync system table tabs
tag tags target task tasks tax team teams template templates terms test tests text than that the
their theme then there these this those thread thursday ticket tickets time timeline times
timezone title to today toggle token tomorrow tool toolbar tools top topic total totals track
tracking transaction transactions transfer trash trial true try tuesday turn tutorial two type
types unable unarchive unassigned under undo unit unknown unlock unmute unpaid unread unsaved
unsubscribe until untitled up upcoming update updated updates upgrade upload uploaded uploads
urgent url usage use used user username users valid value values vendor verified verify version
versions video videos view viewed views visibility visible visit wait waiting warning warnings
wasn watch we website wednesday week weekday weekly weeks welcome what when where which who why
width will window with within without won word words work workflow workflows working workspace
write year yearly years yes yesterday you your zip zoom`;
