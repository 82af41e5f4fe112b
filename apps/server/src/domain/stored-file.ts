/** A stored object. Its id is what signed URLs name; its key is where it lies. */
export type StoredFile = {
  id: string;
  /** The ad it belongs to; null for a file of a person's brand kit. */
  sessionId: string | null;
  /** Whose brand kit it belongs to; null for a file of an ad. */
  userId: string | null;
  key: string;
  mimeType: string;
  bytes: number;
  sha256: string;
  createdAt: Date;
};
export type NewStoredFile = Omit<StoredFile, 'sessionId' | 'userId' | 'createdAt'> &
  ({ sessionId: string } | { userId: string });
