# Newsgloss: `make` alone lists what there is to make.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
JOBS ?= $(shell nproc)
PORT ?= 8080

# Node.js from the npm registry where the system's is too old (scripts/setup.sh), and acorn for Debian's Emscripten.
export PATH := $(CURDIR)/build/tools/node/bin:$(PATH)
export NODE_PATH := /usr/share/nodejs

NEWSGLOSS := build/native/newsgloss

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: demo
demo: build demo-pages ## build, print what the engine reads in the demo's first article, serve the demo (ONCE=1: check it in a browser and end)
	@$(NEWSGLOSS) annotate --format text "$$(ls demo/articles/*.json | head -n 1)"
	@if [ -n "$(ONCE)" ]; then scripts/setup.sh browsers && node demo/once.mjs; else node demo/serve.mjs --port $(PORT); fi

.PHONY: test
test: test-native test-formats test-wasm test-web test-browser test-extension ## build, and run every test
	@echo "All tests passed."

.PHONY: build
build: native wasm web ## the native command and library, the WebAssembly engine, the web package

.PHONY: native
native: ## build/native/newsgloss
	@scripts/setup.sh native
	@cmake --preset release --log-level=WARNING >/dev/null
	cmake --build build/native -j $(JOBS)

.PHONY: wasm
wasm: ## build/wasm/newsgloss-engine.{mjs,wasm}
	@scripts/setup.sh wasm
	@emcmake cmake --preset wasm --log-level=WARNING >/dev/null
	cmake --build build/wasm -j $(JOBS)

.PHONY: web
web: wasm ## web/dist, the npm package and the one-tag script
	@scripts/setup.sh web
	npm run --silent build

.PHONY: demo-pages
demo-pages: web
	@node demo/build.mjs

.PHONY: test-native
test-native: native ## the engine's tests, and a project that uses the installed library
	ctest --test-dir build/native --output-on-failure -j $(JOBS)
	scripts/test-consumer.sh

.PHONY: test-formats
test-formats: native ## the output formats against their vocabularies and schemas, and read back
	@scripts/setup.sh web
	npm run --silent test:formats

.PHONY: test-wasm
test-wasm: native web ## the WebAssembly engine in Node: contract, native = wasm, memory
	npm run --silent test:wasm

.PHONY: test-web
test-web: demo-pages ## the front end's and the demo's tests that need no browser
	npm run --silent test:web

.PHONY: test-browser
test-browser: demo-pages ## the demo in headless Chromium and Firefox
	@scripts/setup.sh browsers
	npm run --silent test:browser

.PHONY: extension
extension: web ## build/extension/chrome and firefox, and a zip of each
	npm run --silent build:extension

.PHONY: lint-extension
lint-extension: extension ## Mozilla's linter over the Firefox package
	scripts/lint-extension.sh

.PHONY: test-extension
test-extension: extension ## the extension in headless Chromium and Firefox
	@scripts/setup.sh browsers
	npm run --silent test:extension

.PHONY: test-asan
test-asan: ## the engine's tests under address and undefined-behaviour sanitisers
	@scripts/setup.sh native
	@cmake --preset asan --log-level=WARNING >/dev/null
	cmake --build build/asan -j $(JOBS)
	ctest --test-dir build/asan --output-on-failure -j $(JOBS)

.PHONY: test-tsan
test-tsan: ## the command's threads under the thread sanitiser
	@scripts/setup.sh native
	@cmake --preset tsan --log-level=WARNING >/dev/null
	cmake --build build/tsan -j $(JOBS) --target newsgloss_tests
	scripts/test-tsan.sh

.PHONY: test-differential
test-differential: native wasm ## native against WebAssembly on ARTICLES (default 10,000) generated articles
	@scripts/setup.sh web
	NEWSGLOSS_DIFFERENTIAL=$(or $(ARTICLES),10000) node --expose-gc --test wasm-tests/native-equals-wasm.test.mjs

.PHONY: fuzz
fuzz: ## libFuzzer on text, articles, the model file and the whole pipeline, SECONDS each (default 60; hours are welcome)
	@scripts/setup.sh native fuzz
	@cmake --preset fuzz --log-level=WARNING >/dev/null
	cmake --build build/fuzz -j $(JOBS) --target fuzz_text fuzz_article_json fuzz_plain_text fuzz_model_file fuzz_pipeline
	scripts/fuzz.sh $(or $(SECONDS),60)

.PHONY: test-archive
test-archive: ## annotating on Apache Spark: a standalone cluster on this machine loses a worker, and no article
	@scripts/setup.sh native archive
	@cmake --preset release --log-level=WARNING >/dev/null
	cmake --build build/native -j $(JOBS) --target newsgloss_cli
	demo/archive/test-cluster.sh

.PHONY: test-long
test-long: test-asan test-tsan test-differential test-archive fuzz ## the long runs: sanitisers, native against WebAssembly, Spark, fuzzing

.PHONY: lint
lint: native web lint-extension ## formats and static checks: clang-format, clang-tidy, tsc, html-validate, stylelint, addons-linter
	@scripts/setup.sh lint
	scripts/lint-cpp.sh
	npm run --silent lint
	node scripts/check-dependencies.mjs

.PHONY: format
format: ## rewrite the C++ sources with clang-format
	@scripts/setup.sh lint
	git ls-files '*.cpp' '*.h' | xargs clang-format -i

.PHONY: eval-pages
eval-pages: native web ## extraction on saved pages with gold bodies, beside Readability: DATA=DIR [CAPTIONS=DIR]
	@scripts/setup.sh browsers
	node scripts/eval-pages/eval-pages.mjs "$(DATA)" $(if $(CAPTIONS),--captions "$(CAPTIONS)") --newsgloss $(NEWSGLOSS)

.PHONY: bench
bench: web ## speed, native and WebAssembly
	@scripts/setup.sh native
	@cmake --preset release --log-level=WARNING -DNEWSGLOSS_BENCH=ON >/dev/null
	cmake --build build/native -j $(JOBS)
	scripts/bench.sh

.PHONY: bench-peers
bench-peers: web ## Newsgloss beside wink-nlp, compromise, spaCy and CoreNLP, from their registries, on the texts in DATA=…; writes docs/comparison.md
	@test -n "$(or $(DATA),$(NEWSGLOSS_DATA))" || { echo "Usage: make bench-peers DATA=folder of the development sets"; exit 2; }
	@scripts/setup.sh native peers
	@cmake --preset release --log-level=WARNING >/dev/null
	cmake --build build/native -j $(JOBS) --target newsgloss_cli
	scripts/bench-peers/bench-peers.sh "$(or $(DATA),$(NEWSGLOSS_DATA))"

.PHONY: train
train: ## train both taggers from the texts in DATA=… into build/train/newsgloss.model (some two hours; QUICK=1: a smoke test of minutes)
	@test -n "$(DATA)" || { echo "Usage: make train DATA=folder of the training texts"; exit 2; }
	@scripts/setup.sh native train
	@cmake --preset release --log-level=WARNING >/dev/null
	cmake --build build/native -j $(JOBS) --target newsgloss_features newsgloss_train_entities newsgloss_cli
	QUICK="$(QUICK)" scripts/train.sh "$(DATA)"

.PHONY: evaluate
evaluate: ## the model's figures on the development sets in DATA=…
	@test -n "$(DATA)" || { echo "Usage: make evaluate DATA=folder of the development sets"; exit 2; }
	@scripts/setup.sh native train
	@cmake --preset release --log-level=WARNING >/dev/null
	cmake --build build/native -j $(JOBS) --target newsgloss_cli
	scripts/evaluate.sh "$(DATA)"

.PHONY: clean
clean: ## remove everything that was built
	rm -rf build web/dist web/LICENSE web/NOTICE
