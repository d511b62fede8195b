/** Rules for what people type. Each gives a sentence, or undefined where all is well. */
const postcode = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/;
const email = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;

export const tidyPostcode = (text) => {
  const bare = text.toUpperCase().replace(/\s+/g, '');
  return bare.length > 3 ? `${bare.slice(0, -3)} ${bare.slice(-3)}` : bare;
};

export const checkPostcode = (text) =>
  postcode.test(tidyPostcode(text)) ? undefined : 'Enter a full UK postcode, for example DE7 2HB.';

export const checkEmail = (text) =>
  email.test(text.trim())
    ? undefined
    : 'Enter an e-mail address, for example stores@company.example.';

export const checkQuantity = (text) =>
  /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 999
    ? undefined
    : 'Enter a whole number from 1 to 999.';

export const checkPresent = (what) => (text) => (text.trim() ? undefined : `Enter ${what}.`);
