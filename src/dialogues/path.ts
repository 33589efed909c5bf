/** Leads from the top of a document to a part of it: keys of maps, places in lists from 0. */
export type Path = readonly (string | number)[];
