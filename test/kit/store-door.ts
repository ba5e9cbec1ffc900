/** A door of its own to the store that all tests share. */
import { ownDatabase } from './company.js';
import { openDoor } from './door.js';

/** @returns the door, and an address of MongoDB through it, with a database of its own. */
export async function openStoreDoor() {
  const store = new URL(ownDatabase());
  const host = decodeURIComponent(store.hostname);
  const door = await openDoor(host.startsWith('/') ? { path: host } : { host, port: Number(store.port || 27017) });
  return { ...door, uri: `mongodb://127.0.0.1:${door.port}${store.pathname}?directConnection=true` };
}
