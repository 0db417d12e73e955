-- What a person does in Neovim, one thing after the other; what came of it goes to the file in OUT.
local out = {}

local function finish()
  local file = io.open(vim.env.OUT, 'w')
  file:write(vim.json.encode(out))
  file:close()
  vim.cmd('qa!')
end

local function wait(what, is_so)
  if vim.wait(20000, is_so, 10) then return end
  out.waited_in_vain_for = what
  finish()
end

-- Puts the cursor on the last letter of some words.
local function go_to(words)
  vim.fn.cursor(1, 1)
  vim.fn.search('\\V' .. words, 'ce')
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { diagnostic.code, vim.fn.getline(diagnostic.lnum + 1):sub(diagnostic.col + 1, diagnostic.end_col) })
  end
  return found
end

local ok, failure = pcall(function()
  vim.cmd('edit 2031-07-interconnector.readout')
  wait('the server', function() return next(vim.lsp.buf_get_clients(0)) ~= nil end)
  vim.fn.setline('$', vim.fn.getline('$') .. '^[🚢 See [that](#nowhere) and [this](#further).]')
  local function is_reported() return vim.tbl_count(vim.tbl_filter(function(d) return d.code == 'unresolved' end, vim.diagnostic.get(0))) > 0 end
  wait('the finding', is_reported)
  out.diagnostics = codes()

  go_to('[this](#fur')
  local params = vim.lsp.util.make_position_params()
  local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', params, 20000)
  for _, answer in pairs(hover) do out.hover = answer.result.contents.value end

  local before = vim.fn.col('.')
  vim.lsp.buf.definition()
  wait('the jump', function() return vim.fn.col('.') ~= before end)
  out.definition = vim.fn.getline('.'):sub(vim.fn.col('.')):match('^[%w ]+')

  go_to('[this](#fur')
  vim.lsp.buf.rename('next-report')
  wait('the rename', function() return vim.fn.search('#next-report .commitment', 'nw') > 0 end)
  out.renamed = vim.fn.getline('$'):match('%^.*')
end)
if not ok then out.failed = failure end
finish()
