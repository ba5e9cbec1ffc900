/** A small SCIM client, for the command line. */
import type { KnownAs } from '../src/directory/import.js';
import type { Said } from '../src/provided.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PAGE = 200;

type Resource = Said & { id: string; [ENTERPRISE]?: Said['enterprise'] };

export function createScimClient(to: string, token: string) {
  async function send(method: string, path: string, said?: Said): Promise<Record<string, unknown>> {
    const { enterprise, ...user } = said ?? {};
    const response = await fetch(`${to.replace(/\/$/, '')}/scim/v2/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
      ...(said ? { body: JSON.stringify({ ...user, ...(enterprise ? { [ENTERPRISE]: enterprise } : {}) }) } : {}),
    });
    const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    const { detail = response.statusText } = body as { detail?: string };
    if (!response.ok) throw new Error(`The desk answered ${response.status}: ${detail}`);
    return body;
  }

  /** What is said of a person, as it stands in the directory. */
  function saidOf({ [ENTERPRISE]: enterprise, ...resource }: Resource): Said {
    const { id: _, schemas: __, meta: ___, groups: ____, ...said } = resource as Resource & Record<string, unknown>;
    return { ...(said as unknown as Said), ...(enterprise ? { enterprise } : {}) };
  }

  return {
    send,
    /** Everybody who is provided, page by page. */
    async people() {
      const emails = new Map<string, KnownAs>();
      const names = new Set<string>();
      for (let start = 1, total = 1; start <= total; start += PAGE) {
        const body = await send('GET', `Users?startIndex=${start}&count=${PAGE}`);
        total = Number(body['totalResults']);
        for (const resource of body['Resources'] as Resource[]) {
          const said = saidOf(resource);
          for (const email of [said.userName, ...(said.emails ?? []).map(({ value }) => value)])
            emails.set(email.toLowerCase(), { id: resource.id, said });
          names.add(resource.id);
        }
      }
      return {
        byEmail: (email: string) => emails.get(email),
        isPerson: (called: string) => emails.has(called) || names.has(called),
      };
    },
  };
}
