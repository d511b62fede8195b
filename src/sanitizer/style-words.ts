/** Parts of the names in style sheets and markup: properties, keywords, and what common frameworks
 * call their classes. A name is told as it is only when every part of it stands here or among the
 * interface's words. */
export const styleWords = `
absolute accelerator accent accentcolor accentcolortext accordion accumulate activation activetext
additions additive addon adjust against alertdialog algolia aliceblue align alignment alpha
alphabetic alphanumeric alternate alternates alternating amber ampm anchor angle animate animated
animation ant antialiased antiquewhite anywhere append apple aqua aquamarine areas arial armenian
around arrow article ascent asian aside asp aspect aspx assertive async atomic attr autocomplete
autofill autospace avoid axis azure backdrop backface backward backwards bars base baseline basis
bday behavior beige between bezier bi bidi bisque black blanchedalmond blend blending blink blob
blue blueviolet blur body bolder boolean bootstrap border bounce bouncein bounceout bounding boxed
bp brand breadcrumb break breakpoint breaks bright brightness brown browser btn bubble buffered
buffering bullet bullets burlywood burn busy butt buttonface buttontext cadetblue calc callout
canonical cantarell canvas canvastext cap capitalize caps caption caret carousel cc cell cells
centered central chain chakra character characters chars chartreuse checkmark child chinese chip
chips chocolate chrome circle cjk clamp class clearfix clickable clip clipped clone cluster cm
coarse codemirror col colgroup collapsible cols columnheader combine combobox comfortable commits
common compact compat complementary composer composite composition condensed cone conic consolas
contained container contentinfo context contextual contrast control controls copyright coral
corner cornflowerblue cornsilk cos cosmetic counter courier cover cozy credits crimson crispedges
crop cross crosshair crumb crumbs csc css cubic cue currentcolor cursive cursor curve cx cy cyan d
danger dark darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta
darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray
darkslategrey darkturquoise darkviolet dash dasharray dashed dashoffset datepicker datetime dd
decimal decoration decorations decrement deeppink deepskyblue defined deg dense depressed depth
descendant descent diagonal difference dimgray dimgrey dir direction dirty disc disclosure
discrete discretionary distance distribute divider dl dodge dodgerblue dominant dotted double dpi
dppx draggable dragging drawer drawing droppable dropup dropzone dt dynamic eager ease east edge
editable editing eff effect el element elevated elevation ellipse ellipsed ellipsis em embed
emerald emoji emphasis enclosure encoded entire enumerated env environment even evenly evenodd ex
exclusion exp expandable expander extend extension fa fab fade fadein fadeindown fadeinup fadeout
fallback fallbacks family fantasy far fas fax fieldtext figcaption figure fileinput filled
filterable fine firebrick fit fixed flash flat flex flexbox flipin flipout float floating flood
floralwhite flow fluid focus focusable focused focusinner focusring forced forestgreen forwards fr
fractions frame frequency fuchsia fullscreen function future fuzzy gainsboro gallery gamut gap
gatsby geneva geometric geometricprecision georgia georgian ghost ghostwhite given glyph gold
goldenrod grab grabbed grabbing gradient grammar graph gray grayscale graytext greek green
greenyellow grey gridcell groove grouped grow gutter h1 h2 h3 h4 h5 h6 half hand handle hanging
hard hd head helper helvetica hero highlight highlighttext hint hiragana historical hljs honeydew
honorific horizontal host hotpink hover hoverable href hsl hsla htm html http https hue hwb hyphen
hyphenate hyphens hypot icons ideograph ideographic img impp increment indent indeterminate
indianred indicator indigo inert infinite infobar inherit inherits initial ink inline inner inset
inside inspect integer intense inter interactivity interest interpolate interpolation intrinsic
invert inverted inview isolate isolation italic iteration ivory japanese jis78 js jsp jumbotron
jump junction justify katakana kerning keyframes keyword khaki khtml kill korean kpi lab landscape
lang latin lavender lavenderblush lawngreen layer layers lazy lch leading legacy legend legible
lemon lemonchiffon length letter lg li liberation ligatures lightblue lightbox lightcoral
lightcyan lighten lighter lightgoldenrodyellow lightgray lightgreen lightgrey lighting lightness
lightpink lightsalmon lightseagreen lightskyblue lightslategray lightsteelblue lightyellow lime
limegreen linear linecap linejoin linen lineno lines linktext listbox listitem literal loaded
loader locale locality logical loose lower lowercase ltr lucida luminance luminosity magenta
mandatory manifest manipulation mantine margin markdown marker markers marktext maroon mask
masonry masthead match matches material math mathematical matrix matrix3d max md mdi media
mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
mediumspringgreen mediumturquoise mediumvioletred meet menlo menubar menuitem meridiem meter
metric mid midnightblue millisecond min minimal minmax mintcream mistyrose miter miterlimit mix
mixed moccasin modal moderate monaco mono monospace motion mouse moz ms mso mui multipart multiply
muted narrow national nav navajowhite navbar navitem navlink navs navy ne nearest needed negative
nesting nesw neue neutral ng nickname nofollow noopener noreferrer notice noto nowrap nth null
numerals numeric nums nw nwse object objectboundingbox oblique odd offset oklab oklch ol oldlace
oldstyle olive olivedrab omit opacity opaque operator optical optimize optimizelegibility
optimizespeed optimum orange orangered orchid ordered ordering ordinal orient orientation origin
orphans osx outdent outer outline outlined outset outside over overflow overflowed overflowing
overhang overlap overlay overline override overscroll oxygen p p3 pack pad padded padding paged
pager pagination paginator paint paired palegoldenrod palegreen palette paleturquoise
palevioletred pan papayawhip paragraph parameter past path pattern peachpuff pen percentage
perspective peru petite pf php picker picture piece pill pinch pink pixelated placeholder plain
plaintext playbackrate playing plot plum plus pointer pointers polite polygon polyline popover
popper popup portal portrait positive postal pow powderblue pre precision preconnect prefers
prefix preload prepend presentation preserve pressed pretty prev primitive pristine prominent
prophoto proportional prosemirror proximity pseudo pull pulls pulse pulsing punctuation purple
push ql quot r rad radial radio radius radix raised range ratio react read reading readonly
rebeccapurple rec rect recto red reduce reduced reference reflect rel relative rem removals
rendering repeating replaced replacement resizable resize resizer resolution responsive reverse
rgb rgba ribbon richtext ridge ring ripple roboto roman root rose rosybrown rotate rotate3d
rotatex rotatey rotatez round rounded router rowgroup rowheader royalblue rtl ruby runnable rx ry
saddlebrown safe safety salmon sandybrown sans saturate saturation scale scale3d scaled scalex
scaley scalez scheme scope scrim scripting scrollable scrollbar scrolled scroller scrolling
scrollport se seagreen searchbox seashell secondary seeking segoe selectable selector self semi
sentences separate separator series serif sex shadow shadows shape sheet shell shift shimmer shown
shrink side sidenav sidepanel sideways sienna silver simplified sin single site sized sizes sizing
skeleton skew skewx skewy sky skyblue slashed slate slateblue slategray slategrey slice slide
slidein slideout slider slides slot slotted slow sm smaller smooth smoothing snackbar snap snow
soft solid sortable spacing spacious span speak spelling spin spinbutton spinner spinning split
spread springgreen sqrt square squarified sr src srgb stable stack stacked stage stalled
standalone stat static statusbar steelblue stepper sticky stitch stone street stretch strict
strikethrough string stripe striped stroke strong strut styled stylesheet sub subdued subgrid
submenu subnav suboptimum subpixel subscript subtle subtract suffix sup super superscript supports
surface svg sw swap swash swatch swiper symbol symbols syntax synthesis tab tabbable tablet
tablist tabpanel tabular tahoma tan tap tbody td teal tel tertiary textarea textbox textfield
tfoot th thead thick thickness thin thistle threshold through thumb thumbnail tick ticks tile
timepicker timing tint tippy tiptap titling tnum toast toc toggler tomato tonal toolbox tooltip
topbar topnav touch touched tr traditional transform transition translate translate3d translatex
translatey translatez transparency transparent transpose trebuchet tree treegrid treeitem trigger
trim truncate truncated turquoise tw typography ubuntu ugc uhd ui ul ultra unchecked undefined
underline unicase unicode unordered unresolved unset untouched upper uppercase upright urlencoded
userspaceonuse utf v var variable variant variants variation vector verdana verso vertical vh vi
viewport violet visiblefill visiblepainted visiblestroke visited visitedtext visual visually
volume vue vw wavy wco webkit weight wheat wheel white whitesmoke whitespace wide widget widgets
widows wiki wrap wrapper wrapping writing www wysiwyg x xl xlarge xmax xmid xmin xs xsmall xx xxl
xyz y yank yellow yellowgreen ymax ymid ymin z zero zinc zone zoomin zoomout`;
