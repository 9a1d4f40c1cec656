using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;

namespace HotGigs.WebApi.Emails;

/// <summary>The small page behind a mail's link. It needs neither the web client nor a script.</summary>
internal static class UnsubscribePage
{
    public static IResult Ask(string topic) => Page(
        "No more mails?",
        $"You will get no more mails about {topic}. Notifications on the site stay as they are.",
        """<form method="post"><button>Turn these mails off</button></form>""");

    public static IResult Done(string topic) => Page(
        "Done",
        $"You get no more mails about {topic}. You can turn them on again in your preferences.");

    public static IResult Invalid() => Page(
        "This link does not work",
        "It is incomplete or too old. Take the one from a newer mail, or turn mails off in your preferences.",
        status: StatusCodes.Status422UnprocessableEntity);

    private static IResult Page(string title, string text, string form = "", int status = StatusCodes.Status200OK) => Results.Content(
        $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{{HtmlEncoder.Default.Encode(title)}} – HotGigs</title>
        <style>
        :root { color-scheme: light dark; }
        body { max-width: 32rem; margin: 15vh auto 0; padding: 0 1.25rem; font: 1rem/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.5rem; }
        button { padding: .75rem 1.5rem; border: 0; border-radius: .375rem; background: #1d4ed8; color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
        </style>
        </head>
        <body>
        <main>
        <h1>{{HtmlEncoder.Default.Encode(title)}}</h1>
        <p>{{HtmlEncoder.Default.Encode(text)}}</p>
        {{form}}
        <p><a href="/">HotGigs</a></p>
        </main>
        </body>
        </html>
        """,
        MediaTypeNames.Text.Html,
        Encoding.UTF8,
        status);
}
