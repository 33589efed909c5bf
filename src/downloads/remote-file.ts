/** A file at its publisher's, and what is known of it beforehand. */
export interface RemoteFile {
  /** Its name below the dataset's download folder. */
  readonly name: string;
  /** https, at the publisher's own host. */
  readonly url: string;
  /** Published size. Exact where the release never changes. */
  readonly bytes?: { readonly count: number; readonly exact: boolean };
  /** Lower-case hex. */
  readonly md5?: string;
  /** Where the publisher keeps the current MD5 of a file that may change. */
  readonly md5Url?: string;
  readonly content: ZipContent | GzipContent;
}

/** A zip of which some members are needed. */
export interface ZipContent {
  readonly kind: "zip";
  /** Paths inside; each is unpacked under its last part. */
  readonly members: readonly string[];
  /** About how many bytes the members have unpacked. */
  readonly unpacked: number;
}

/** One compressed text; it is read as it is. */
export interface GzipContent {
  readonly kind: "gzip";
}

/** A dataset that its publisher offers for download. */
export interface Download {
  readonly name: string;
  readonly publisher: string;
  /** The page that describes it. */
  readonly page: string;
  readonly licence: Licence;
  readonly files: readonly RemoteFile[];
  /** For a person: "239 MB", "about 3 million reviews". */
  readonly size: string;
}

/** What is accepted before anything is fetched. */
export interface Licence {
  /** A few words, for a list. */
  readonly short: string;
  /** Plain sentences; the page has the words that count. */
  readonly text: string;
  readonly url: string;
}
