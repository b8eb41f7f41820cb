import type { ActorBase } from "../actor-base.ts";

/** A small base of states and persons that do not exist. */
export const madeBase: ActorBase = {
  asOf: "2031-06",
  countries: [
    {
      iso3: "VLM",
      name: "Velmara",
      names: ["Republic of Velmara", "VR", "V.R."],
      adjectives: ["Velmaran"],
      people: ["Velmaran", "Velmarans"],
      capital: ["Lissane", "Lisaan"],
      governments: [
        { names: ["Lantern Palace"], body: "presidency", sector: "GOV" },
        { names: ["Harbour House"], body: "foreign ministry", sector: "GOV" },
      ],
    },
    {
      iso3: "TVS",
      name: "Torvask",
      names: [],
      adjectives: ["Torvaski"],
      people: ["Torvaski", "Torvaskis"],
      capital: ["Karrod"],
      governments: [],
    },
  ],
  organizations: [
    { id: "river-union", name: "River Union", aliases: ["RU"], kind: "organization", sector: "IGO", country: null },
    { id: "marsh-front", name: "Marsh Front", aliases: [], kind: "group", sector: "REB", country: "VLM" },
    {
      id: "meridian",
      name: "Meridian",
      aliases: ["the Meridian"],
      kind: "organization",
      sector: "MED",
      country: "VLM",
    },
  ],
  persons: [
    {
      id: "ilse-varenko",
      name: "Ilse Varenko",
      aliases: ["Ilse Varenkova"],
      country: "VLM",
      tenures: [
        { country: "VLM", office: "president", title: null, body: null, sector: "GOV", from: "2029-03-01", to: null },
        {
          country: "VLM",
          office: "foreign minister",
          title: null,
          body: null,
          sector: "GOV",
          from: "2020",
          to: "2024",
        },
      ],
    },
    {
      id: "odran-zelevsky",
      name: "Odran Zelevsky",
      aliases: ["Odran Zelevskyy"],
      country: "TVS",
      tenures: [
        {
          country: "TVS",
          office: "president",
          title: null,
          body: null,
          sector: "GOV",
          from: "2019-05-20",
          to: "2030-01",
        },
      ],
    },
    {
      id: "maro-zelevsky",
      name: "Maro Zelevsky",
      aliases: [],
      country: "TVS",
      tenures: [
        { country: "TVS", office: "president", title: null, body: null, sector: "GOV", from: "2030-01", to: null },
      ],
    },
  ],
};
