/** Why a model could not be asked, for a person. */
export class ModelTrouble extends Error {}

const patienceMs = 60_000;
const mostBytes = 2_000_000;

/** Sends `question` as it stands, with no cookie and no word of where it comes from. */
export async function postQuestion(
  address: string,
  question: string,
  fetchFrom: typeof fetch = fetch,
): Promise<unknown> {
  const { host } = new URL(address);
  let text: string;
  try {
    const answer = await fetchFrom(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: question,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!answer.ok) throw new ModelTrouble(`${host} answered with status ${answer.status}.`);
    text = await answer.text();
  } catch (error) {
    if (error instanceof ModelTrouble) throw error;
    if (error instanceof DOMException && error.name === 'TimeoutError')
      throw new ModelTrouble(`${host} took longer than a minute to answer.`);
    throw new ModelTrouble(
      `${host} could not be reached. It must be running and allow this page (CORS).`,
    );
  }
  if (text.length > mostBytes) throw new ModelTrouble(`${host} answered with more than 2 MB.`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ModelTrouble(`${host} did not answer in JSON.`);
  }
}
