/** Records the desk itself when it is opened with a recorder key: `/demo/?recorder=…`. */
const recorderKey = new URLSearchParams(location.search).get('recorder');

if (recorderKey) {
  const { supabaseUrl, publishableKey } = await (await fetch('/config.json')).json();
  const { start } = await import('/recorder/recorder.js');
  await start({ url: supabaseUrl, key: publishableKey, recorderKey });
}
