/** What the adapter needs to be told; where it comes from is the composition root's business. */
export type SlackConfig = {
  botToken: string;
  /** Slack's own address unless set, such as a test's or a proxy's. */
  apiUrl?: string;
  /** Only with `email` are people found by their e-mail address. */
  identity: 'email' | 'none';
} & (
  | { mode: 'http'; signingSecret: string }
  /** Socket Mode needs no public address; its socket is opened with the app token and nothing is signed. */
  | { mode: 'socket'; appToken: string }
);

/** The app as it is installed: ids of its workspace, of its bot user there, and of the organisation, if there is one. */
export type Bot = { team: string; user: string; enterprise?: string };
