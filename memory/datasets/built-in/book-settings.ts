import type { Shelves } from "./book-shelves.ts";

/** When and where a book is set → the readers' shelves that say so. */
export const SETTING_SHELVES: Shelves = {
  "the ancient world":
    "ancient ancient-history ancient-greece ancient-rome ancient-egypt antiquity rome romans ancient-world",
  "the Middle Ages": "medieval middle-ages medieval-fiction dark-ages medieval-romance medieval-history",
  "the Regency": "regency regency-era regency-romance",
  "the Victorian era":
    "victorian victorian-era victorian-england victorian-literature victorian-fiction neo-victorian victoriana",
  "the First World War": "wwi world-war-i world-war-1 ww1 first-world-war world-war-one",
  "the Second World War":
    "wwii world-war-ii ww2 world-war-2 ww-ii second-world-war world-war-two wwii-fiction",
  "the Cold War": "cold-war",
  "the American Civil War": "civil-war american-civil-war us-civil-war",
  "the Vietnam War": "vietnam vietnam-war",
  "the future": "future futuristic near-future far-future",
  Africa: "africa south-africa nigeria kenya botswana ethiopia zimbabwe congo",
  "the American South":
    "southern the-south southern-fiction american-south southern-gothic southern-lit southern-literature",
  Australia: "australia new-zealand",
  California: "california los-angeles san-francisco hollywood",
  Canada: "canada quebec toronto",
  China: "china hong-kong chinese-history",
  England: "england london britain great-britain",
  France: "france paris provence",
  Germany: "germany berlin nazi-germany",
  Greece: "greece greek ancient-greece",
  India: "india pakistan bangladesh sri-lanka",
  Ireland: "ireland dublin",
  Italy: "italy venice rome florence sicily",
  Japan: "japan tokyo",
  "Latin America": "latin-america south-america mexico cuba brazil argentina chile colombia caribbean peru",
  "the Middle East": "middle-east iran iraq israel afghanistan egypt turkey palestine",
  "New York": "new-york new-york-city nyc manhattan brooklyn",
  Russia: "russia soviet-union ussr moscow russian-history",
  Scandinavia:
    "scandinavia sweden norway denmark iceland finland scandinavian nordic scandinavian-crime nordic-noir",
  Scotland: "scotland scottish highlander",
  Spain: "spain barcelona",
};
