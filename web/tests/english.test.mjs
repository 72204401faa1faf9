// English or not: short texts of our own in the manner of the news, in several languages.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { isEnglish } from "../page/english.js";

const OTHERS = {
  fr: "Le conseil municipal de la ville a vot\u00e9 mardi soir un nouveau budget pour les \u00e9coles, apr\u00e8s neuf heures de d\u00e9bats. Le maire a d\u00e9clar\u00e9 que les travaux commenceraient au printemps et que les familles seraient consult\u00e9es avant toute d\u00e9cision sur les horaires.",
  es: "El consejo de la ciudad aprob\u00f3 el martes un nuevo presupuesto para las escuelas, despu\u00e9s de nueve horas de debate. La alcaldesa dijo que las obras comenzar\u00e1n en la primavera y que se consultar\u00e1 a las familias antes de tomar una decisi\u00f3n sobre los horarios.",
  de: "Der Stadtrat hat am Dienstag nach neunst\u00fcndiger Debatte einen neuen Haushalt f\u00fcr die Schulen beschlossen. Die B\u00fcrgermeisterin sagte, die Arbeiten w\u00fcrden im Fr\u00fchjahr beginnen, und die Familien w\u00fcrden vor jeder Entscheidung \u00fcber die Zeiten befragt werden, wie es in anderen St\u00e4dten schon lange \u00fcblich ist.",
  nl: "De gemeenteraad heeft dinsdag na negen uur debat een nieuwe begroting voor de scholen goedgekeurd. De burgemeester zei dat het werk in het voorjaar zou beginnen en dat de gezinnen zouden worden geraadpleegd voordat er een besluit over de tijden wordt genomen in de stad.",
  sw: "Baraza la jiji lilipitisha bajeti mpya ya shule siku ya Jumanne baada ya saa tisa za mjadala. Meya alisema kazi itaanza mwezi wa nne na kwamba familia zitaulizwa kabla ya uamuzi wowote kuhusu ratiba. Wazazi wengi walikuwa wamekusanyika nje ya ukumbi tangu asubuhi wakisubiri habari hizo.",
  ru: "\u0413\u043e\u0440\u043e\u0434\u0441\u043a\u043e\u0439 \u0441\u043e\u0432\u0435\u0442 \u0432\u043e \u0432\u0442\u043e\u0440\u043d\u0438\u043a \u043f\u0440\u0438\u043d\u044f\u043b \u043d\u043e\u0432\u044b\u0439 \u0431\u044e\u0434\u0436\u0435\u0442 \u0434\u043b\u044f \u0448\u043a\u043e\u043b \u043f\u043e\u0441\u043b\u0435 \u0434\u043e\u043b\u0433\u0438\u0445 \u043f\u0440\u0435\u043d\u0438\u0439. ".repeat(4),
  zh: "\u5e02\u8bae\u4f1a\u5468\u4e8c\u901a\u8fc7\u4e86\u65b0\u7684\u5b66\u6821\u9884\u7b97\u3002\u5e02\u957f\u8bf4\uff0c\u5de5\u7a0b\u5c06\u5728\u6625\u5929\u5f00\u59cb\uff0c\u5bb6\u957f\u4f1a\u88ab\u5f81\u6c42\u610f\u89c1\u3002".repeat(2),
};

for (const [language, text] of Object.entries(OTHERS)) {
  test(`not English, whatever the page says: ${language}`, () => assert.equal(isEnglish([{ text }], "en"), false));
}

test("the demo's articles are English, whatever the page says", () => {
  const folder = new URL("../../demo/articles/", import.meta.url);
  for (const name of readdirSync(folder)) {
    const { blocks } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    assert.equal(isEnglish(blocks, "fr"), true, name);
  }
});

test("a few words tell nothing: the page's own word holds", () => {
  const blocks = [{ text: "Lagos votes" }];
  assert.deepEqual([isEnglish(blocks, "en-NG"), isEnglish(blocks, null), isEnglish(blocks, "fr"), isEnglish(blocks, "eng")], [true, true, false, false]);
});
