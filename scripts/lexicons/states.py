#!/usr/bin/env python3
"""Writes Sources/MarsadCore/Lexicons/states.tsv: states with names, adjectives and capitals in Arabic.

usage: states.py DATA_DIR > states.tsv      (DATA_DIR/cldr-ar/territories.json: Unicode CLDR, licence Unicode-3.0)
Names of CLDR, with the project's own list of variants, adjectives and capitals (general knowledge) on top.
"""
import json, pathlib, sys

# ISO2 ISO3 | names | adjective, masculine singular (further ones and broken plurals behind ;) | capital | Latin
OWN = """
SA SAU | السعودية;المملكة العربية السعودية;العربية السعودية | سعودي | الرياض | Saudi Arabia
EG EGY | مصر;جمهورية مصر العربية | مصري | القاهرة | Egypt
IQ IRQ | العراق;جمهورية العراق | عراقي | بغداد | Iraq
IR IRN | إيران;الجمهورية الإسلامية الإيرانية;جمهورية إيران الإسلامية;الجمهورية الإسلامية في إيران;الجمهورية الإسلامية | إيراني | طهران | Iran
SY SYR | سوريا;سورية;الجمهورية العربية السورية | سوري | دمشق | Syria
LB LBN | لبنان;الجمهورية اللبنانية | لبناني | بيروت | Lebanon
JO JOR | الأردن;المملكة الأردنية الهاشمية | أردني | عمّان;عمان الأردنية | Jordan
PS PSE | فلسطين;دولة فلسطين;السلطة الفلسطينية;الأراضي الفلسطينية | فلسطيني | رام الله | Palestine
IL ISR | إسرائيل;دولة الاحتلال;الكيان الصهيوني | إسرائيلي;صهيوني | تل أبيب | Israel
YE YEM | اليمن;الجمهورية اليمنية | يمني | صنعاء | Yemen
OM OMN | سلطنة عمان;عُمان | عماني | مسقط | Oman
AE ARE | الإمارات;الإمارات العربية المتحدة;دولة الإمارات العربية المتحدة;دولة الإمارات | إماراتي | أبوظبي;أبو ظبي | United Arab Emirates
QA QAT | قطر;دولة قطر | قطري | الدوحة | Qatar
KW KWT | الكويت;دولة الكويت | كويتي | الكويت | Kuwait
BH BHR | البحرين;مملكة البحرين | بحريني | المنامة | Bahrain
LY LBY | ليبيا;دولة ليبيا | ليبي | طرابلس الغرب | Libya
TN TUN | تونس;الجمهورية التونسية | تونسي | تونس العاصمة | Tunisia
DZ DZA | الجزائر;الجمهورية الجزائرية الديمقراطية الشعبية | جزائري | الجزائر العاصمة | Algeria
MA MAR | المغرب;المملكة المغربية | مغربي;مغاربة | الرباط | Morocco
MR MRT | موريتانيا;الجمهورية الإسلامية الموريتانية | موريتاني | نواكشوط | Mauritania
SD SDN | السودان;جمهورية السودان | سوداني | الخرطوم | Sudan
SS SSD | جنوب السودان;جمهورية جنوب السودان | جنوب سوداني | جوبا | South Sudan
SO SOM | الصومال;جمهورية الصومال الفيدرالية | صومالي | مقديشو | Somalia
DJ DJI | جيبوتي | جيبوتي | جيبوتي العاصمة | Djibouti
KM COM | جزر القمر | قمري | موروني | Comoros
EH ESH | الصحراء الغربية;الصحراء المغربية;الصحراء | صحراوي | العيون | Western Sahara
TR TUR | تركيا;الجمهورية التركية | تركي;أتراك | أنقرة | Türkiye
US USA | الولايات المتحدة;الولايات المتحدة الأمريكية;الولايات المتحدة الأميركية;أمريكا;أميركا | أمريكي;أميركي;أمريكاني | واشنطن | United States
RU RUS | روسيا;روسيا الاتحادية;الاتحاد الروسي | روسي;روس | موسكو | Russia
CN CHN | الصين;جمهورية الصين الشعبية | صيني | بكين;بيجين | China
GB GBR | بريطانيا;المملكة المتحدة;بريطانيا العظمى;إنجلترا;إنكلترا | بريطاني;إنجليزي | لندن | United Kingdom
FR FRA | فرنسا;الجمهورية الفرنسية | فرنسي | باريس | France
DE DEU | ألمانيا;جمهورية ألمانيا الاتحادية;ألمانيا الاتحادية | ألماني;ألمان | برلين | Germany
IT ITA | إيطاليا | إيطالي | روما | Italy
ES ESP | إسبانيا;اسبانيا;المملكة الإسبانية | إسباني;إسبان | مدريد | Spain
PT PRT | البرتغال | برتغالي | لشبونة | Portugal
GR GRC | اليونان | يوناني | أثينا | Greece
CY CYP | قبرص;جمهورية قبرص | قبرصي;قبارصة | نيقوسيا | Cyprus
NL NLD | هولندا;مملكة هولندا | هولندي | أمستردام;لاهاي | Netherlands
BE BEL | بلجيكا | بلجيكي | بروكسل;بروكسيل | Belgium
LU LUX | لوكسمبورغ;لوكسمبورج | لوكسمبورغي | - | Luxembourg
CH CHE | سويسرا | سويسري | برن | Switzerland
AT AUT | النمسا | نمساوي | فيينا | Austria
SE SWE | السويد | سويدي | ستوكهولم | Sweden
NO NOR | النرويج | نرويجي | أوسلو | Norway
DK DNK | الدنمارك;الدانمارك;الدانمرك | دنماركي;دانماركي | كوبنهاغن | Denmark
FI FIN | فنلندا | فنلندي | هلسنكي | Finland
IS ISL | آيسلندا;أيسلندا | آيسلندي | ريكيافيك | Iceland
IE IRL | أيرلندا;إيرلندا | أيرلندي | دبلن | Ireland
PL POL | بولندا | بولندي | وارسو | Poland
UA UKR | أوكرانيا | أوكراني | كييف;كيف | Ukraine
BY BLR | بيلاروسيا;روسيا البيضاء;بيلاروس | بيلاروسي | مينسك | Belarus
RO ROU | رومانيا | روماني | بوخارست | Romania
BG BGR | بلغاريا | بلغاري | صوفيا | Bulgaria
HU HUN | المجر;هنغاريا | مجري;هنغاري | بودابست | Hungary
CZ CZE | التشيك;جمهورية التشيك | تشيكي | براغ | Czechia
SK SVK | سلوفاكيا | سلوفاكي | براتيسلافا | Slovakia
SI SVN | سلوفينيا | سلوفيني | ليوبليانا | Slovenia
HR HRV | كرواتيا | كرواتي | زغرب | Croatia
RS SRB | صربيا | صربي;صرب | بلغراد | Serbia
BA BIH | البوسنة;البوسنة والهرسك | بوسني | سراييفو | Bosnia and Herzegovina
ME MNE | الجبل الأسود;مونتينيغرو | - | بودغوريتسا | Montenegro
MK MKD | مقدونيا;مقدونيا الشمالية | مقدوني | سكوبيي | North Macedonia
AL ALB | ألبانيا | ألباني | تيرانا | Albania
XK XKX | كوسوفو | كوسوفي | بريشتينا | Kosovo
MD MDA | مولدوفا;مولدافيا | مولدوفي | كيشيناو | Moldova
EE EST | إستونيا | إستوني | تالين | Estonia
LV LVA | لاتفيا | لاتفي | ريغا | Latvia
LT LTU | ليتوانيا | ليتواني | فيلنيوس | Lithuania
MT MLT | مالطا;مالطة | مالطي | فاليتا | Malta
VA VAT | الفاتيكان;الكرسي الرسولي | - | - | Holy See
GE GEO | جورجيا | جورجي | تبليسي | Georgia
AM ARM | أرمينيا | أرميني;أرمن | يريفان | Armenia
AZ AZE | أذربيجان | أذربيجاني;أذري | باكو | Azerbaijan
KZ KAZ | كازاخستان;كازاخستان | كازاخستاني;كازاخي | أستانا | Kazakhstan
UZ UZB | أوزبكستان | أوزبكي | طشقند | Uzbekistan
TM TKM | تركمانستان | تركماني | عشق آباد | Turkmenistan
TJ TJK | طاجيكستان | طاجيكي | دوشنبه | Tajikistan
KG KGZ | قيرغيزستان;قرغيزستان | قيرغيزي | بيشكيك | Kyrgyzstan
AF AFG | أفغانستان | أفغاني;أفغان | كابول;كابل | Afghanistan
PK PAK | باكستان | باكستاني | إسلام آباد | Pakistan
IN IND | الهند | هندي;هنود | نيودلهي | India
BD BGD | بنغلاديش;بنغلادش | بنغلاديشي | دكا | Bangladesh
LK LKA | سريلانكا;سري لانكا | سريلانكي | كولومبو | Sri Lanka
NP NPL | نيبال | نيبالي | كاتماندو | Nepal
MV MDV | المالديف;جزر المالديف | مالديفي | ماليه | Maldives
MM MMR | ميانمار;بورما | ميانماري;بورمي | نايبيداو | Myanmar
TH THA | تايلاند;تايلند | تايلاندي;تايلندي | بانكوك | Thailand
VN VNM | فيتنام | فيتنامي | هانوي | Vietnam
KH KHM | كمبوديا | كمبودي | بنوم بنه | Cambodia
LA LAO | لاوس | لاوسي | فيينتيان | Laos
MY MYS | ماليزيا | ماليزي | كوالالمبور | Malaysia
SG SGP | سنغافورة | سنغافوري | - | Singapore
ID IDN | إندونيسيا;أندونيسيا | إندونيسي;أندونيسي | جاكرتا | Indonesia
PH PHL | الفلبين;الفليبين | فلبيني;فليبيني | مانيلا | Philippines
JP JPN | اليابان | ياباني | طوكيو | Japan
KR KOR | كوريا الجنوبية;جمهورية كوريا | كوري جنوبي | سول;سيول | South Korea
KP PRK | كوريا الشمالية;كوريا الديمقراطية | كوري شمالي | بيونغ يانغ;بيونغيانغ | North Korea
MN MNG | منغوليا | منغولي | أولان باتور | Mongolia
TW TWN | تايوان | تايواني | تايبيه;تايبه | Taiwan
AU AUS | أستراليا | أسترالي | كانبرا;كانبيرا | Australia
NZ NZL | نيوزيلندا | نيوزيلندي | ويلينغتون;ولينغتون | New Zealand
CA CAN | كندا | كندي | أوتاوا | Canada
MX MEX | المكسيك | مكسيكي | مكسيكو سيتي | Mexico
CU CUB | كوبا | كوبي | هافانا | Cuba
HT HTI | هايتي | هايتي | بورت أو برنس | Haiti
BR BRA | البرازيل | برازيلي | برازيليا | Brazil
AR ARG | الأرجنتين | أرجنتيني | بوينس آيرس;بوينس أيرس | Argentina
CL CHL | تشيلي;شيلي | تشيلي;شيلي | سانتياغو | Chile
CO COL | كولومبيا | كولومبي | بوغوتا | Colombia
VE VEN | فنزويلا | فنزويلي | كراكاس | Venezuela
PE PER | البيرو;بيرو | بيروفي | ليما | Peru
BO BOL | بوليفيا | بوليفي | لاباز | Bolivia
EC ECU | الإكوادور | إكوادوري | كيتو | Ecuador
UY URY | الأوروغواي;أوروغواي | أوروغواياني | مونتيفيديو | Uruguay
PY PRY | باراغواي | باراغواياني | أسونسيون | Paraguay
CR CRI | كوستاريكا | كوستاريكي | سان خوسيه | Costa Rica
NI NIC | نيكاراغوا;نيكاراجوا | نيكاراغوي | ماناغوا | Nicaragua
GT GTM | غواتيمالا;جواتيمالا | غواتيمالي | - | Guatemala
HN HND | هندوراس | هندوراسي | تيغوسيغالبا | Honduras
SV SLV | السلفادور | سلفادوري | سان سلفادور | El Salvador
PA PAN | بنما | بنمي | - | Panama
DO DOM | جمهورية الدومينيكان;الدومينيكان | دومينيكاني | سانتو دومينغو | Dominican Republic
JM JAM | جامايكا | جامايكي | كينغستون | Jamaica
TT TTO | ترينيداد وتوباغو | - | بورت أوف سبين | Trinidad and Tobago
SR SUR | سورينام | سورينامي | باراماريبو | Suriname
GY GUY | غويانا | غوياني | - | Guyana
LC LCA | سانت لوسيا | - | - | Saint Lucia
FJ FJI | فيجي | فيجي | - | Fiji
PG PNG | بابوا غينيا الجديدة | - | بورت مورسبي | Papua New Guinea
SB SLB | جزر سليمان;جزر سولومون | - | هونيارا | Solomon Islands
VU VUT | فانواتو | - | - | Vanuatu
BN BRN | بروناي | - | - | Brunei
TL TLS | تيمور الشرقية;تيمور ليشتي | تيموري | - | Timor-Leste
CV CPV | الرأس الأخضر | - | - | Cabo Verde
LS LSO | ليسوتو | - | - | Lesotho
SZ SWZ | إسواتيني;سوازيلاند | - | - | Eswatini
ET ETH | إثيوبيا;أثيوبيا | إثيوبي;أثيوبي | أديس أبابا | Ethiopia
ER ERI | إريتريا;أريتريا | إريتري;أريتري | أسمرة;أسمرا | Eritrea
KE KEN | كينيا | كيني | نيروبي | Kenya
UG UGA | أوغندا | أوغندي | كمبالا | Uganda
TZ TZA | تنزانيا | تنزاني | دودوما | Tanzania
RW RWA | رواندا | رواندي | كيغالي | Rwanda
BI BDI | بوروندي | بوروندي | بوجمبورا | Burundi
CD COD | الكونغو الديمقراطية;جمهورية الكونغو الديمقراطية | كونغولي | كينشاسا | DR Congo
CG COG | الكونغو;الكونغو برازافيل;جمهورية الكونغو | كونغولي | برازافيل | Congo
CF CAF | أفريقيا الوسطى;جمهورية أفريقيا الوسطى;إفريقيا الوسطى | - | بانغي | Central African Republic
TD TCD | تشاد | تشادي | نجامينا;إنجامينا | Chad
NE NER | النيجر | نيجري | نيامي | Niger
NG NGA | نيجيريا | نيجيري | أبوجا | Nigeria
ML MLI | مالي;جمهورية مالي | مالي;مالييون | باماكو | Mali
BF BFA | بوركينا فاسو | بوركيني | واغادوغو | Burkina Faso
SN SEN | السنغال | سنغالي | داكار | Senegal
GM GMB | غامبيا | غامبي | بانجول | Gambia
GN GIN | غينيا | غيني | كوناكري | Guinea
GW GNB | غينيا بيساو | - | بيساو | Guinea-Bissau
GQ GNQ | غينيا الاستوائية | - | مالابو | Equatorial Guinea
CI CIV | ساحل العاج;كوت ديفوار | إيفواري | ياموسوكرو;أبيدجان | Côte d'Ivoire
GH GHA | غانا | غاني | أكرا | Ghana
TG TGO | توغو | توغولي | لومي | Togo
BJ BEN | بنين | بنيني | بورتو نوفو | Benin
CM CMR | الكاميرون | كاميروني | ياوندي | Cameroon
GA GAB | الغابون | غابوني | ليبرفيل | Gabon
AO AGO | أنغولا | أنغولي | لواندا | Angola
ZM ZMB | زامبيا | زامبي | لوساكا | Zambia
ZW ZWE | زيمبابوي | زيمبابوي | هراري | Zimbabwe
MZ MOZ | موزمبيق | موزمبيقي | مابوتو | Mozambique
MW MWI | مالاوي | مالاوي | ليلونغوي | Malawi
ZA ZAF | جنوب أفريقيا;جنوب إفريقيا | جنوب أفريقي;جنوب إفريقي | بريتوريا | South Africa
NA NAM | ناميبيا | ناميبي | ويندهوك | Namibia
BW BWA | بوتسوانا | بوتسواني | غابورون | Botswana
MG MDG | مدغشقر | مدغشقري | أنتاناناريفو | Madagascar
MU MUS | موريشيوس | موريشيوسي | بورت لويس | Mauritius
SC SYC | سيشل;سيشيل | سيشلي | فيكتوريا | Seychelles
SL SLE | سيراليون | سيراليوني | فريتاون | Sierra Leone
LR LBR | ليبيريا | ليبيري | مونروفيا | Liberia
"""


def forms(adjective):
    """The inflected forms of a relative adjective (nisba); a broken plural stands by itself."""
    words = adjective.split()
    if not words[-1].endswith("ي"):
        return [adjective]
    stems = [" ".join(w + end for w in words) for end in ("", "ة")]
    if len(words) > 1:
        return stems
    return stems + [adjective + end for end in ("ون", "ين", "ان", "تان", "تين", "ات")]


def main(data):
    cldr = json.loads((pathlib.Path(data) / "cldr-ar" / "territories.json").read_text(encoding="utf-8"))
    cldr = cldr["main"]["ar"]["localeDisplayNames"]["territories"]
    print("# States: names, adjectives of nationality, capitals.")
    print("# Columns: iso3 <TAB> names (;) first is canonical <TAB> adjectives (;) <TAB> capitals (;) <TAB> Latin name")
    print("# Source: Unicode CLDR (Unicode-3.0) and the project's own; written by scripts/lexicons/states.py.")
    for line in OWN.strip().splitlines():
        codes, names, adjectives, capitals, latin = (part.strip() for part in line.split("|"))
        iso2, iso3 = codes.split()
        names = names.split(";")
        official = cldr.get(iso2)
        if official and "-" not in official and "(" not in official and official not in names:
            names.append(official)
        inflected = []
        for adjective in adjectives.split(";"):
            if adjective != "-":
                inflected += [f for f in forms(adjective) if f not in inflected]
        print("\t".join([iso3, ";".join(dict.fromkeys(names)), ";".join(inflected), "" if capitals == "-" else capitals, latin]))


if __name__ == "__main__":
    main(sys.argv[1])
