/** What gives a vector for each token of a text: a language model's hidden states, or a table of word vectors. */
export interface TokenEmbedder {
  /** Goes with every BERTScore, which means nothing without it. */
  readonly name: string;
  /**
   * For each text the vectors of its tokens, in order; none for a text without tokens. All vectors have one dimension and any length; zeros
   * stand for a token that is like no other. Rejects when the signal aborts.
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly Float32Array[])[]>;
  /** The tokens that `embed` gives vectors for, in the same order. Only idf weights need them. */
  tokens?(text: string): readonly string[];
}
