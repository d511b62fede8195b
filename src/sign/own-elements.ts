/** The recorder's own elements: never recorded, and told apart from the page's by their names. */
export const signName = 'tasktape-sign';
export const questionName = 'tasktape-question';

export const ownSelector = `${signName}, ${questionName}`;
