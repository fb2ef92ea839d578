-- Makes a page of the site from a page of Markdown: its first heading is the title, links to Markdown lead to the
-- site's pages, wide tables can be scrolled, and marks for the tests are left out.

local function is_example(target) return target:match("^example/") or target:match("/example/") end

function Pandoc(page)
  for _, block in ipairs(page.blocks) do
    if block.t == "Header" and block.level == 1 then
      page.meta.title = pandoc.MetaInlines(block.content)
      break
    end
  end
  return page
end

function Link(link)
  if link.target:match("^%a[%w+.-]*:") or is_example(link.target) then return nil end
  link.target = link.target:gsub("%.md$", ".html"):gsub("%.md#", ".html#")
  return link
end

function Table(table)
  return pandoc.Div({ table }, pandoc.Attr("", { "wide" }))
end

function RawBlock(raw)
  if raw.text:match("^<!%-%-") then return {} end
end
