import adapter from './adapter.mjs';

/** Our server as it starts on a collection that it has never read. */
export default { ...adapter, name: 'first', initializationOptions: { storage: null } };
