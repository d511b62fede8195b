import '#ui/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { Theme } from './theme.svelte.ts';

mount(App, { target: document.body, props: { theme: new Theme() } });
