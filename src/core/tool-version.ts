/** The version that releases and recordings name as their maker; the same as in `package.json`. */
export const toolVersion = '0.1.0';
