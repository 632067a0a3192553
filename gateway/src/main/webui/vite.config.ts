import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const outDir = process.env.WEBUI_OUT ?? resolve(import.meta.dirname, '../../../target/webui')
const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:8080'

/** The gateway writes a fresh nonce here at each answer. */
const NONCE = '__CSP_NONCE__'

/** Puts .gz and .br beside each text asset, so that no answer is compressed while it is served. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    async closeBundle() {
      const assets = join(outDir, 'assets')
      for (const name of await readdir(assets)) {
        if (/\.(js|css|json|svg)$/.test(name)) {
          const text = await readFile(join(assets, name))
          await writeFile(
            join(assets, `${name}.gz`),
            await promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION }),
          )
          await writeFile(join(assets, `${name}.br`), await promisify(brotliCompress)(text))
        }
      }
    },
  }
}

/** Keeps the manifest for `npm run size`, but out of what is served. */
function manifestAside(): Plugin {
  return {
    name: 'manifest-aside',
    apply: 'build',
    closeBundle: () => rename(join(outDir, 'manifest.json'), `${outDir}-manifest.json`),
  }
}

/** `npm run preview` answers pages as the gateway does: a nonce per answer, the same policy. */
function previewAsServed(): Plugin {
  return {
    name: 'preview-as-served',
    configurePreviewServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://preview').pathname
        if (path.startsWith('/api/') || path.startsWith('/assets/') || /\.\w+$/.test(path)) {
          next()
          return
        }
        const nonce = crypto.randomUUID()
        const page = await readFile(join(outDir, 'index.html'), 'utf8')
        response.setHeader('Content-Type', 'text/html; charset=utf-8')
        response.setHeader('Cache-Control', 'no-cache')
        response.setHeader(
          'Content-Security-Policy',
          `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; ` +
            "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; " +
            "frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'",
        )
        response.end(page.replaceAll(NONCE, nonce))
      })
    },
  }
}

/**
 * Leaves out of the first pages what antd imports but they never use: the popups of a tooltip option
 * that nobody here switches on, all of the form engine for the sake of one provider, and the text area
 * beside the input.
 */
function leanerAntd(): Plugin {
  return {
    name: 'leaner-antd',
    enforce: 'pre',
    resolveId(source, importer) {
      if (
        source === '../tooltip/UniqueProvider' &&
        importer?.includes('/antd/es/config-provider/')
      ) {
        return resolve(import.meta.dirname, 'src/app/NoUniqueTooltip.tsx')
      }
      if (source === '@rc-component/form' && importer?.endsWith('/antd/es/form/context.js')) {
        return resolve(import.meta.dirname, 'node_modules/@rc-component/form/es/FormContext.js')
      }
      if (source === '@rc-component/input' && importer?.endsWith('/antd/es/input/Input.js')) {
        return resolve(import.meta.dirname, 'node_modules/@rc-component/input/es/Input.js')
      }
      return undefined
    },
  }
}

const proxy = {
  '/api': {
    target: gateway,
    changeOrigin: true,
    // The gateway takes calls of its own pages only.
    headers: { origin: gateway },
  },
}

export default defineConfig({
  plugins: [leanerAntd(), react(), precompressed(), manifestAside(), previewAsServed()],
  html: { cspNonce: NONCE },
  build: {
    outDir,
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
  test: { include: ['{src,scripts}/**/*.test.{ts,mjs}'] },
})
