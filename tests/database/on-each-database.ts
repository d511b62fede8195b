import { afterAll, beforeAll, describe } from 'vitest';
import { makeFixture, type Fixture } from './fixture.ts';
import { testDatabases, type TestDatabase } from './open-test-database.ts';

/** The same tests on every kind of database there is here, each with a fixture of its own. */
export function onEachDatabase(tests: (fixture: () => Fixture) => void): void {
  for (const { kind, open } of testDatabases) {
    describe.skipIf(open === undefined)(`on ${kind}`, () => {
      let opened: TestDatabase;
      let fixture: Fixture;
      beforeAll(async () => {
        opened = await open!();
        fixture = await makeFixture(opened.database);
      });
      afterAll(() => opened?.close());
      tests(() => fixture);
    });
  }
}
