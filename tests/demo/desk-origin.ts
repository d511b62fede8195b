/** The address the recordings show; it is made to resolve to the local server, and nowhere else. */
export const deskOrigin = 'http://desk.brackenhall.example';
