// Reads scripts as TypeScript's own parser does. In: a list of texts; out, for each, its tokens, the names that it
// declares on top, and what is wrong with it. Comments are no tokens; imports and "export" are left out, as in a page.
import { readFileSync } from "node:fs";
import ts from "typescript";

const isLeftOut = (node) =>
  ts.isImportDeclaration(node) || ts.isJSDoc(node) || node.kind === ts.SyntaxKind.ExportKeyword;

function tokensOf(node) {
  if (isLeftOut(node)) return [];
  const parts = node.getChildren();
  return parts.length > 0 ? parts.flatMap(tokensOf) : [node.getText()].filter(Boolean);
}

function namesOf(statement) {
  const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
  return declared.flatMap(({ name }) => (name ? (name.elements ?? [{ name }]).map((each) => each.name.text) : []));
}

function read(text) {
  const file = ts.createSourceFile("script.js", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  return {
    tokens: tokensOf(file),
    names: file.statements.filter((each) => !ts.isImportDeclaration(each)).flatMap(namesOf),
    faults: file.parseDiagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ")),
  };
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
