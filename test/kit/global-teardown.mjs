import { rm } from 'node:fs/promises';

export default async function globalTeardown() {
  const { dir, store } = globalThis.deskhandTest;
  await store?.stop();
  await rm(dir, { recursive: true, force: true });
}
