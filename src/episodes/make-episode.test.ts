import { expect, test } from 'vitest';
import type { Action } from '#core/action.ts';
import { ms } from '#core/time.ts';
import { checkEpisode } from './check-episode.ts';
import { makeEpisode } from './make-episode.ts';
import { sampleMaterial } from './sample-material.ts';

const make = (change: Parameters<typeof sampleMaterial>[0] = {}) =>
  makeEpisode(sampleMaterial(change), { toolVersion: '0.1.0' });

test('a task becomes an episode that says what is known and nothing else', () => {
  const { provenance, ...episode } = make();
  expect(episode).toMatchInlineSnapshot(`
    {
      "boundaries": {
        "end_ms": 15000,
        "start_ms": 5000,
      },
      "env": {
        "viewport": {
          "height": 800,
          "width": 1280,
        },
      },
      "format": "episode/1",
      "id": "30000000-0000-4000-8000-000000000001-r2",
      "obs_final": {
        "title": "Sign in",
        "url": "https://desk.example.com/login",
      },
      "site": {
        "origin": "https://desk.example.com",
        "registrable_domain": "example.com",
      },
      "steps": [
        {
          "action": {
            "point": {
              "x": 120.5,
              "y": 48,
            },
            "type": "click",
          },
          "evidence": {
            "events": [
              30,
              32,
            ],
            "kind": "exact",
          },
          "i": 0,
          "obs_before": {
            "t_ms": 200,
            "title": "Orders",
            "url": "https://desk.example.com/orders?page=1",
          },
          "t_end_ms": 260,
          "t_ms": 200,
          "tab": 0,
          "target": {
            "attributes": {
              "type": "search",
              "value": "old",
            },
            "name": "Search orders",
            "node_id": 12,
            "retargeted_from": 13,
            "role": "searchbox",
            "selectors": [
              {
                "kind": "role",
                "matches": 1,
                "value": "searchbox[name="Search orders"]",
              },
            ],
            "tag": "input",
          },
        },
        {
          "action": {
            "final_value": "A-1042",
            "text": "A-1042",
            "type": "type",
          },
          "evidence": {
            "events": [
              33,
              60,
            ],
            "kind": "exact",
          },
          "i": 1,
          "obs_before": {
            "t_ms": 1000,
            "title": "Orders",
            "url": "https://desk.example.com/orders?page=1",
          },
          "t_end_ms": 2900,
          "t_ms": 1000,
          "tab": 0,
          "target": {
            "attributes": {
              "type": "search",
              "value": "old",
            },
            "name": "Search orders",
            "node_id": 12,
            "role": "searchbox",
            "selectors": [
              {
                "kind": "role",
                "matches": 1,
                "value": "searchbox[name="Search orders"]",
              },
            ],
            "tag": "input",
          },
        },
        {
          "action": {
            "keys": "Enter",
            "modifiers": [
              "Control",
              "Shift",
            ],
            "type": "press",
          },
          "evidence": {
            "events": [
              61,
              62,
            ],
            "kind": "inferred",
          },
          "i": 2,
          "obs_before": {
            "t_ms": 3000,
            "title": "Orders",
            "url": "https://desk.example.com/orders?page=1",
          },
          "t_end_ms": 3040,
          "t_ms": 3000,
          "tab": 0,
          "target": {
            "attributes": {
              "type": "search",
              "value": "old",
            },
            "name": "Search orders",
            "node_id": 12,
            "role": "searchbox",
            "selectors": [
              {
                "kind": "role",
                "matches": 1,
                "value": "searchbox[name="Search orders"]",
              },
            ],
            "tag": "input",
          },
        },
        {
          "action": {
            "type": "click",
          },
          "effect": {
            "url": "https://desk.example.com/login",
          },
          "evidence": {
            "events": [
              70,
              71,
            ],
            "kind": "exact",
          },
          "i": 3,
          "obs_before": {
            "t_ms": 4000,
            "title": "Orders",
            "url": "https://desk.example.com/orders?page=1",
          },
          "t_end_ms": 4050,
          "t_ms": 4000,
          "tab": 0,
          "target_lost": true,
        },
        {
          "action": {
            "masked": true,
            "type": "type",
          },
          "evidence": {
            "events": [
              80,
              90,
            ],
            "kind": "exact",
          },
          "i": 4,
          "obs_before": {
            "scroll": {
              "x": 0,
              "y": 40,
            },
            "t_ms": 7000,
            "url": "https://desk.example.com/login",
          },
          "t_end_ms": 8000,
          "t_ms": 7000,
          "tab": 0,
          "target": {
            "attributes": {
              "type": "password",
            },
            "name": "Password",
            "node_id": 40,
            "selectors": [],
            "tag": "input",
          },
        },
      ],
      "task": {
        "instruction": "Find order A-1042 and sign in to change it.",
        "instruction_source": "annotator",
        "intent": {
          "id": "40000000-0000-4000-8000-000000000001",
          "label_set_version": 3,
          "slug": "order/find",
          "title": "Find an order",
        },
        "outcome": "success",
      },
    }
  `);
  expect(provenance).toMatchInlineSnapshot(`
    {
      "annotator": "p-aaaaaaaaaa",
      "consent": {
        "notice_version": 1,
        "purposes": [
          "evaluation",
          "training",
        ],
      },
      "contributor": "p-heron",
      "episode_sha256": "4895a866f0ea03afa45fcd0930ca3e0fea6b1086b1116ed911cbd56b9ed4304c",
      "extractor": "tasktape/0.1.0",
      "recording_format": 1,
      "reviews": [
        {
          "decision": "request changes",
          "reviewer": "p-bbbbbbbbbb",
          "revision": 1,
        },
        {
          "decision": "approve",
          "reviewer": "p-bbbbbbbbbb",
          "revision": 2,
        },
      ],
      "revision": 2,
      "session_id": "10000000-0000-4000-8000-000000000001",
      "source_sha256": [
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      ],
    }
  `);
  expect(checkEpisode({ ...episode, provenance }, 'training')).toEqual([]);
});

test('neither notes nor anything of a masked field gets in', () => {
  const text = JSON.stringify(make());
  expect(text).not.toContain('hesitated');
  expect(text).not.toContain('hunter2');
});

test('a field masked once is withheld in every step on it', () => {
  const sample = sampleMaterial();
  const masked = sample.actions.at(-1)!;
  const seen: Action = {
    ...masked,
    kind: 'type',
    masked: false,
    text: 'hunter2',
    finalValue: 'hunter2',
    startsMs: ms(11_000),
    endsMs: ms(11_500),
    page: { url: `${masked.page.url}?again#top` },
  };
  const episode = make({ actions: [seen, ...sample.actions] });
  expect(JSON.stringify(episode)).not.toContain('hunter2');
  expect(checkEpisode(episode, 'training')).toEqual([]);
});

test('what the material does not tell is absent', () => {
  const sample = sampleMaterial();
  const episode = make({
    viewport: undefined,
    pages: [],
    task: { ...sample.task, outcome: undefined },
    actions: sample.actions.map((action) => ({ ...action, page: { url: 'about:blank' } })),
  });
  expect(Object.keys(episode)).toEqual([
    'format',
    'id',
    'task',
    'boundaries',
    'steps',
    'provenance',
  ]);
  expect(episode.task).not.toHaveProperty('outcome');
});

test('half characters of a broken recording are replaced, so that the episode has a hash', () => {
  const sample = sampleMaterial();
  const episode = make({ task: { ...sample.task, instruction: 'say \ud83d now' } });
  expect(episode.task.instruction).toBe('say \ufffd now');
});
