import type { ItemId } from "./wikidata-entity.ts";

/**
 * Wikidata's items of countries, where a dump that was cut down to persons lacks them; those of the dump come first.
 * From Wikidata (CC0), property P298.
 */
const countryIds = `
AFG:Q889 AGO:Q916 ALB:Q222 ARE:Q878 ARG:Q414 ARM:Q399 AUS:Q408 AUT:Q40 AZE:Q227 BDI:Q967 BEL:Q31 BFA:Q965 BGD:Q902 BGR:Q219
BHR:Q398 BIH:Q225 BLR:Q184 BOL:Q750 BRA:Q155 BRN:Q921 CAF:Q929 CAN:Q16 CHE:Q39 CHL:Q298 CHN:Q148 CIV:Q1008 CMR:Q1009
COD:Q974 COG:Q971 COL:Q739 CRI:Q800 CUB:Q241 CYP:Q229 CZE:Q213 DEU:Q183 DNK:Q35 DNK:Q756617 DOM:Q786 DZA:Q262 ECU:Q736
EGY:Q79 ERI:Q986 ESP:Q29 EST:Q191 ETH:Q115 FIN:Q33 FRA:Q142 GBR:Q145 GEO:Q230 GHA:Q117 GRC:Q41 GTM:Q774 HND:Q783 HRV:Q224
HTI:Q790 HUN:Q28 IDN:Q252 IND:Q668 IRL:Q27 IRN:Q794 IRQ:Q796 ISL:Q189 ISR:Q801 ITA:Q38 JAM:Q766 JOR:Q810 JPN:Q17 KAZ:Q232
KEN:Q114 KGZ:Q813 KHM:Q424 KOR:Q884 KWT:Q817 LAO:Q819 LBN:Q822 LBY:Q1016 LKA:Q854 LTU:Q37 LUX:Q32 LVA:Q211 MAR:Q1028
MDA:Q217 MDG:Q1019 MEX:Q96 MKD:Q221 MLI:Q912 MLT:Q233 MMR:Q836 MNE:Q236 MNG:Q711 MOZ:Q1029 MYS:Q833 NER:Q1032 NGA:Q1033
NIC:Q811 NLD:Q29999 NLD:Q55 NOR:Q20 NPL:Q837 NZL:Q664 OMN:Q842 PAK:Q843 PAN:Q804 PER:Q419 PHL:Q928 POL:Q36 PRK:Q423 PRT:Q45
PRY:Q733 PSE:Q219060 QAT:Q846 ROU:Q218 RUS:Q159 RWA:Q1037 SAU:Q851 SDN:Q1049 SEN:Q1041 SGP:Q334 SLV:Q792 SOM:Q1045 SRB:Q403
SSD:Q958 SVK:Q214 SVN:Q215 SWE:Q34 SYR:Q858 TCD:Q657 THA:Q869 TJK:Q863 TKM:Q874 TLS:Q574 TUN:Q948 TUR:Q43 TWN:Q865 TZA:Q924
UGA:Q1036 UKR:Q212 URY:Q77 USA:Q30 UZB:Q265 VEN:Q717 VNM:Q881 XKX:Q1246 YEM:Q805 ZAF:Q258 ZMB:Q953 ZWE:Q954`;

export const wellKnownCountries: ReadonlyMap<ItemId, string> = new Map(
  countryIds
    .trim()
    .split(/\s+/u)
    .map((entry) => {
      const [iso3 = "", id = ""] = entry.split(":");
      return [id, iso3] as const;
    }),
);

/** Labels of positions that many hold, where the dump lacks their items. From Wikidata (CC0). */
export const wellKnownPositions: ReadonlyMap<ItemId, string> = new Map([
  ["Q11696", "President of the United States"],
  ["Q11699", "Vice President of the United States"],
  ["Q14211", "Prime Minister of the United Kingdom"],
  ["Q191954", "President of France"],
  ["Q30461", "president"],
  ["Q14212", "prime minister"],
  ["Q7330070", "foreign minister"],
  ["Q48352", "head of state"],
  ["Q2285706", "head of government"],
  ["Q116", "monarch"],
  ["Q121998", "ambassador"],
  ["Q132050", "governor"],
  ["Q30185", "mayor"],
  ["Q486839", "member of parliament"],
  ["Q16707842", "Member of the Parliament of the United Kingdom"],
  ["Q13218630", "United States Representative"],
  ["Q4416090", "United States Senator"],
]);
