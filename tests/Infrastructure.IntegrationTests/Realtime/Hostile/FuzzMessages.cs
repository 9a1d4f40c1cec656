using System.Text;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Hostile;

/// <summary>Messages of a client, right ones and what chance makes of them.</summary>
internal static class FuzzMessages
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "9223372036854775807", "\"\"", "\"recruiters\"", "\"admins\"", "\"candidate:01890a5d-ac96-774b-bcce-b302099a8057\"",
        "\"01890a5d-ac96-774b-bcce-b302099a8057\"", "\"\\u0000\"", "\"\\ud800\"", "\"é😀\"", "[]", "{}", "[[[[{}]]]]", "{\"a\":{\"a\":[1]}}",
    ];

    private static readonly string[] Fields = ["type", "id", "room", "resume_id", "seq", "since", "epoch", "is_typing", "token", "x"];

    private static readonly string[] Tokens = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\0", "\uFEFF", "\\ud800", "[[[[[[[[[[[[", "1e999", "/*"];

    public static string Right(Random random, string token) => random.Next(11) switch
    {
        0 => """{"type":"ping","id":"p"}""",
        1 => """{"type":"join_room","room":"recruiters","id":1}""",
        2 => """{"type":"leave_room","room":"recruiters"}""",
        3 => """{"type":"presence","room":"recruiters"}""",
        4 => $$"""{"type":"typing","room":"recruiters","is_typing":{{(random.Next(2) == 0 ? "true" : "false")}}}""",
        5 => """{"type":"watch_resume","resume_id":"01890a5d-ac96-774b-bcce-b302099a8057"}""",
        6 => """{"type":"unwatch_resume","resume_id":"01890a5d-ac96-774b-bcce-b302099a8057"}""",
        7 => $$"""{"type":"ack","seq":{{random.Next(100)}}}""",
        8 => $$"""{"type":"sync","since":{{random.Next(3)}},"epoch":"e"}""",
        9 => $$"""{"type":"refresh_token","token":"{{token}}"}""",
        _ => $$"""{"type":"join_room","room":"candidate:01890a5d-ac96-774b-bcce-{{random.Next(10, 99)}}02099a8057"}""",
    };

    public static byte[] Broken(Random random, string token)
    {
        var text = random.Next(3) == 0 ? AnyObject(random) : Right(random, token);
        for (var i = random.Next(3); i >= 0; i--)
            text = Break(random, text);

        var bytes = Encoding.UTF8.GetBytes(text);
        // Bytes that are no text are a breach of the protocol; they must not hide the rest.
        if (bytes.Length > 0 && random.Next(20) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static string AnyObject(Random random)
    {
        var fields = Enumerable.Range(0, random.Next(5)).Select(_ => $"\"{Pick(random, Fields)}\":{Pick(random, Values)}");
        var types = (string[])["ping", "sync", "ack", "typing", "watch_resume", "join_room", "presence", "refresh_token", "nothing"];
        return $"{{\"type\":\"{Pick(random, types)}\"{string.Concat(fields.Select(field => "," + field))}}}";
    }

    private static string Break(Random random, string text)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(6) switch
        {
            0 => text[..at],
            1 => text.Insert(at, Pick(random, Tokens)),
            2 => text.Insert(at, Pick(random, Values)),
            3 => text[at..] + text[..at],
            4 => text.Replace(Pick(random, Fields), Pick(random, Fields), StringComparison.Ordinal),
            _ => string.Concat(text, new string(' ', random.Next(100))),
        };
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
