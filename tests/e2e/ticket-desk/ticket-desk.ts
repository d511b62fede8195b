/** A small ticket tool in React: controlled fields, a portal, addresses by pushState. */
import { createElement as h, useEffect, useState, type ChangeEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';

interface Ticket {
  readonly id: number;
  readonly subject: string;
  readonly open: boolean;
}

const first: readonly Ticket[] = Array.from({ length: 40 }, (_, id) => ({
  id,
  subject: `Printer ${id} is out of paper`,
  open: id % 3 !== 0,
}));

function useAddress(): [string, (to: string) => void] {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (to: string) => {
    history.pushState(undefined, '', to);
    setPath(to);
  };
  return [path, go];
}

function Field(props: { label: string; value: string; onchange: (value: string) => void }) {
  return h(
    'label',
    null,
    props.label,
    h('input', {
      value: props.value,
      onChange: (event: ChangeEvent<HTMLInputElement>) => props.onchange(event.target.value),
    }),
  );
}

function NewTicket(props: { onsave: (subject: string) => void; onclose: () => void }): ReactNode {
  const [subject, setSubject] = useState('');
  const buttons = [
    h('button', { key: 'save', onClick: () => props.onsave(subject) }, 'Save'),
    h('button', { key: 'cancel', onClick: props.onclose }, 'Cancel'),
  ];
  const field = h(Field, { label: 'Subject', value: subject, onchange: setSubject });
  const inside = h('div', { role: 'dialog', className: 'dialog' }, field, ...buttons);
  return createPortal(inside, document.body);
}

function List(props: { tickets: readonly Ticket[]; go: (to: string) => void }) {
  const [query, setQuery] = useState('');
  const found = props.tickets.filter(({ subject }) => subject.includes(query));
  const rows = found.map(({ id, subject, open }) =>
    h(
      'tr',
      { key: id, onClick: () => props.go(`/tickets/${id}`) },
      h('td', null, subject),
      h('td', null, open ? 'Open' : 'Closed'),
    ),
  );
  const table = h('table', null, h('tbody', null, rows));
  return h('div', null, h(Field, { label: 'Search', value: query, onchange: setQuery }), table);
}

function App() {
  const [path, go] = useAddress();
  const [tickets, setTickets] = useState(first);
  const [adding, setAdding] = useState(false);
  const shown = tickets.find(({ id }) => path === `/tickets/${id}`);
  const save = (subject: string) => {
    setTickets([...tickets, { id: tickets.length, subject, open: true }]);
    setAdding(false);
  };
  return h(
    'main',
    null,
    h('h1', null, shown ? 'Ticket' : 'Tickets'),
    shown
      ? h('button', { onClick: () => go('/') }, 'Back')
      : h('button', { onClick: () => setAdding(true) }, 'New ticket'),
    shown ? h('p', null, shown.subject) : h(List, { tickets, go }),
    adding && h(NewTicket, { onsave: save, onclose: () => setAdding(false) }),
  );
}

createRoot(document.getElementById('app')!).render(h(App));
