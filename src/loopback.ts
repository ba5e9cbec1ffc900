/** What is this machine and nothing else. Pure. */

/** Whether a host name or an address, as a setting or a socket has it, is of the loopback interface. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(host);

/** The names under which proxies and tunnels tell for whom they speak. */
const TELLTALES =
  /^(forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip|x-cluster-client-ip|x-originating-ip|true-client-ip|(cf|fastly|fly)-.+-ip)$/;

/** Whether the headers of a request say that somebody hands it on. */
export const isHandedOn = (headers: Record<string, unknown>): boolean =>
  Object.keys(headers).some((name) => TELLTALES.test(name.toLowerCase()));
