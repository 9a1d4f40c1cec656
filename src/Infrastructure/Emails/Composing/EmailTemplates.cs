using System.Collections.Concurrent;
using System.Text;
using System.Text.Unicode;
using HandlebarsDotNet;
using HtmlEncoder = System.Text.Encodings.Web.HtmlEncoder;

namespace HotGigs.Infrastructure.Emails.Composing;

/// <summary>
/// The templates of mails, which are part of the program. In those for HTML every value is encoded; only a body that
/// another template has rendered is taken as it is.
/// </summary>
internal sealed class EmailTemplates
{
    private readonly Renderer html = new("html", new Encoder(HtmlEncoder.Create(UnicodeRanges.All)));
    private readonly Renderer text = new("text", encoder: null);

    /// <summary>Whether there is a template of this name.</summary>
    public static bool Has(string template) => typeof(EmailTemplates).Assembly.GetManifestResourceInfo($"Emails/html/{template}") is not null;

    public string Html(string template, object model) => html.Render(template, model);

    public string Text(string template, object model) => text.Render(template, model);

    private sealed class Renderer
    {
        private readonly string folder;
        private readonly IHandlebars handlebars;
        private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> templates = new(StringComparer.Ordinal);

        public Renderer(string folder, Encoder? encoder)
        {
            this.folder = folder;
            handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = encoder is null, TextEncoder = encoder });
            handlebars.RegisterTemplate("row", Read("row"));
            handlebars.RegisterTemplate("item", Read("item"));
        }

        public string Render(string template, object model) =>
            templates.GetOrAdd(template, name => handlebars.Compile(Read(name)))(model);

        private string Read(string template)
        {
            var name = $"Emails/{folder}/{template}";
            using var stream = typeof(EmailTemplates).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"There is no template {name}.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    private sealed class Encoder(HtmlEncoder encoder) : ITextEncoder
    {
        public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

        public void Encode(string? text, TextWriter target) => encoder.Encode(target, text ?? "");

        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
            var whole = new StringBuilder();
            while (text is not null && text.MoveNext())
                whole.Append(text.Current);
            Encode(whole, target);
        }
    }
}
