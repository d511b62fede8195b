import { customerPage } from './customer-page.js';
import { customersPage } from './customers-page.js';
import { h } from './element.js';
import { lockScreen } from './lock-screen.js';
import { orderForm } from './order-form.js';
import { orderPage } from './order-page.js';
import { ordersPage } from './orders-page.js';
import { currentPath, pageFor, route, startRouter } from './router.js';
import { shell } from './shell.js';
import { startShortcuts } from './shortcuts.js';
import { isLocked, setLocked } from './store.js';
import { wizardCustomer } from './wizard-customer.js';
import { wizardItems } from './wizard-items.js';
import { wizardReview } from './wizard-review.js';
import { wizardShipping } from './wizard-shipping.js';

route('/orders', ordersPage);
route('/orders/:id', orderPage);
route('/orders/:id/edit', orderForm);
route('/customers', customersPage);
route('/customers/:id', customerPage);
route('/new/customer', wizardCustomer);
route('/new/items', wizardItems);
route('/new/shipping', wizardShipping);
route('/new/review', wizardReview);

const app = document.getElementById('app');
const frame = shell({
  onlock: () => {
    setLocked(true);
    show();
  },
});

function show() {
  if (isLocked()) {
    document.title = 'Locked · Brackenhall order desk';
    app.replaceChildren(
      lockScreen({
        onunlock: () => {
          setLocked(false);
          show();
        },
      }),
    );
    app.querySelector('input').focus();
    return;
  }
  if (frame.element.parentNode !== app) app.replaceChildren(frame.element);
  const page = pageFor(currentPath()) ?? {
    title: 'Page not found',
    element: h(
      'p',
      { class: 'empty' },
      'There is no such page. ',
      h('a', { href: '#/orders' }, 'Go to orders'),
    ),
  };
  document.title = `${page.title} · Brackenhall order desk`;
  frame.main.replaceChildren(page.element);
  frame.main.scrollTop = 0;
  frame.update();
  if (page.focus) page.focus.focus();
  else frame.main.focus({ preventScroll: true });
}

addEventListener('desk-changed', frame.update);
startShortcuts({ isLocked });
startRouter(show);
