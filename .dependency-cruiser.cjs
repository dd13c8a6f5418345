/**
 * The import law: which room may import which. A room is a top folder; `from` and `to` are paths from the root.
 * Tests, benchmarks and configuration files may import anything and are not listed as origins.
 */

/** A room may import itself, the given rooms and the given packages; everything else below the root is forbidden. */
const room = (name, from, { rooms = [], packages = null, node = true, why }) => {
  const own = [from, ...rooms.map((each) => `^${each}`)];
  const rules = [
    {
      name: `${name}-rooms`,
      comment: why,
      severity: 'error',
      from: { path: from },
      to: { path: ROOMS, pathNot: own, dependencyTypesNot: ['type-only'] },
    },
  ];
  if (packages) {
    rules.push({
      name: `${name}-packages`,
      comment: why,
      severity: 'error',
      from: { path: from },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: packages.map((each) => `(^|/)node_modules/${each}(/|$)`),
      },
    });
  }
  if (!node) {
    rules.push({
      name: `${name}-no-node`,
      comment: why,
      severity: 'error',
      from: { path: from },
      to: { dependencyTypes: ['core'] },
    });
  }
  return rules;
};

const ROOMS = '^(domain|workflows|activities|remotion|prisma|api|web|cli|samples|tests|bench)/';
const PRODUCT = '^(domain|workflows|activities|remotion|prisma|api|web|cli|samples)/';

module.exports = {
  forbidden: [
    ...room('domain', '^domain/', {
      packages: ['zod'],
      node: false,
      why: 'What is true, whoever asks: schemas and pure functions, no I/O, no clock.',
    }),
    ...room('workflows', '^workflows/', {
      rooms: ['domain/'],
      packages: ['@temporalio/(workflow|common)', 'zod'],
      node: false,
      why: 'Deterministic code: it is replayed. Activities are known by type only.',
    }),
    ...room('remotion', '^remotion/', {
      rooms: ['domain/'],
      packages: ['remotion', '@remotion/[^/]+', 'react', 'react-dom', '@fontsource[^/]*/[^/]+', '@types/react', 'zod'],
      node: false,
      why: 'The film runs in a browser and is a pure function of its props.',
    }),
    ...room('activities', '^activities/', {
      rooms: ['domain/', 'prisma/(records|generated)/', 'workflows/messages'],
      why: 'Everything that touches the world. remotion/ and workflows/ are handed to bundlers as paths, not imported.',
    }),
    ...room('records', '^prisma/(records|migrate|schema-engine)', {
      rooms: ['domain/', 'prisma/'],
      why: 'Rows to domain and back, nothing else.',
    }),
    ...room('api', '^api/', {
      // The API takes uploads into the store and serves artifacts from it. It drafts a script only to say what a correction would change (ADR 8), and
      // speaks one sentence to let a voice be heard (ADR 9); it asks which models are there, and runs none (ADR 10).
      rooms: [
        'domain/',
        'prisma/records/',
        'workflows/messages',
        'activities/(store/|script/|speech/|settings|analysis/registry)',
      ],
      why: 'Thin: it asks workflows and reads records.',
    }),
    ...room('web', '^web/', {
      rooms: ['domain/', 'remotion/'],
      why: 'Talks to the API over HTTP; the preview is the film itself.',
    }),
    ...room('cli', '^cli/', {
      rooms: [
        'domain/',
        'samples/',
        'prisma/(migrate|records/)',
        'activities/(settings|step)',
        'bench/(run|studio)\\.',
      ],
      why: 'An HTTP client and launchers; it brings the database up to date and makes local accounts before anything runs.',
    }),
    ...room('samples', '^samples/', {
      rooms: ['domain/', 'activities/(step|store/)'],
      why: 'Makes demonstration data.',
    }),
    {
      name: 'roots-are-nobodys-library',
      comment: 'Programs start here; what others need belongs in a room of its own.',
      severity: 'error',
      from: { path: PRODUCT, pathNot: ['^web/', '^api/', '^cli/', '^prisma/new-migration', '^activities/worker/'] },
      to: { path: '^(web|api|cli|activities/worker)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-temporal-client',
      comment: 'Only the API speaks to Temporal as a client: it is where access is checked.',
      severity: 'error',
      from: { path: PRODUCT, pathNot: '^api/' },
      to: { path: 'node_modules/@temporalio/client/' },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { path: PRODUCT, pathNot: '^cli/studio' },
      to: { path: ['^(tests|bench)/', 'node_modules/(vitest|@temporalio/testing|@nestjs/testing)/'] },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle has no bottom to begin reading at. Types alone may refer to each other.',
      severity: 'error',
      from: { path: PRODUCT },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: PRODUCT },
      to: { couldNotResolve: true, pathNot: ['^#prisma/generated/', '\\.wasm$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)\\.next/', '(^|/)next-env\\.d\\.ts$', '^prisma/generated/'] },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    combinedDependencies: true,
    // No tsConfig: there are no path aliases in it, and with it the package `remotion` is taken for the folder.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.d.mts', '.js', '.cjs', '.json'],
    },
  },
};
