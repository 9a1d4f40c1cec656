using System.Text;
using System.Text.Json;
using HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Hostile;

/// <summary>What is wrong in a message, and the exact answer it gets. docs/protocol.md has the same as a table.</summary>
public sealed class MessageCorpusTests(ConformanceFixture fixture) : IClassFixture<ConformanceFixture>
{
    private const string Text = "This must be text.";
    private const string Uuid = "This must be a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057.";
    private const string Whole = "This must be a whole number.";
    private const string Flag = "This must be true or false.";

    public static TheoryData<string> NoObject =>
    [
        "", " ", "\r\n\t ", "\0", "\uFEFF", "\uFEFF{\"type\":\"ping\"}", "{\0}", "{\"type\":\"ping\"}\0", "null", "true", "0", "-", "NaN",
        "\"ping\"", "[]", """[{"type":"ping"}]""", "{", "}", "{]", "{\"type\":\"ping\"", """{"type":"ping" "id":1}""", """{"type":"ping",}""",
        """{type:"ping"}""", """{'type':'ping'}""", """{"type":"ping"}{"type":"ping"}""", """{"type":"ping"}//""", """{/**/"type":"ping"}""",
        """{"type":"ping","n":01}""", """{"type":"ping","n":+1}""", """{"type":"ping","n":.5}""", """{"type":"ping","n":0x10}""",
        """{"type":"ping","n":NaN}""", """{"type":"ping","n":-Infinity}""", """{"type":"ping","s":"\x41"}""", """{"type":"ping","s":"\u12"}""",
        "{\"type\":\"ping\",\"s\":\"a\nb\"}", "{\"type\":\"ping\",\"s\":\"\0\"}", "{\"type\":\"ping\",\"s\":\"\u001B\"}",
        """{"type":"ping","type":"ping"}""", """{"type":"ping","\u0074ype":"ping"}""", """{"type":"ping","x":{"a":1,"a":2}}""", """{"type":"ping","x":[{"a":1,"a":1}]}""",
        """{"\ud800":1,"type":"ping"}""", """{"type":"ping","x":{"\udfff":1}}""",
        Nested("[", "]", 1_000), Nested("{\"a\":", "}", 1_000, "1"), Nested("[", "]", 40), new string('[', 16_384), new string('{', 16_384), new string('"', 16_384),
        "{\0\"\0t\0y\0p\0e\0\"\0:\0\"\0p\0i\0n\0g\0\"\0}\0",
    ];

    public static TheoryData<string, string, string> Wrong
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            string[] noText = ["null", "true", "7", "1.5", "[]", "{}", "[\"recruiters\"]", "\"\\ud800\"", "\"\\udc00\\ud800\""];
            string[] noUuid = ["null", "false", "7", "[]", "{}", "\"\"", "\"x\"", "\"0195a0b27c117d3e9a4b1f2e3d4c5b6a\"", "\"{0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a}\"", "\" 0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a\"", "\"\\ud800\""];
            string[] noWhole = ["null", "true", "\"1\"", "1.5", "1.0", "1e2", "1e400", "-1e-400", "9223372036854775808", "-9223372036854775809", new string('9', 5_000), "[]", "{}"];
            string[] noFlag = ["null", "0", "1", "\"true\"", "\"\"", "[]", "{}"];

            Add("", "type", noText, Text);
            foreach (var type in (string[])["watch_resume", "unwatch_resume"])
                Add($"\"type\":\"{type}\",", "resume_id", noUuid, Uuid);
            foreach (var type in (string[])["join_room", "leave_room", "presence", "typing"])
            {
                var rest = $"\"is_typing\":true,\"type\":\"{type}\",";
                Add(rest, "room", noText, Text);
                Add(rest, "room", ["\"\"", "\"nowhere\"", "\"Recruiters\"", "\" recruiters\"", "\"recruiters\\u0000\"", "\"candidate:\"", "\"candidate:x\"", $"\"{new string('r', 10_000)}\""], "There is no such room.");
            }

            Add("\"type\":\"typing\",\"room\":\"recruiters\",", "is_typing", noFlag, Flag);
            Add("\"type\":\"ack\",", "seq", noWhole, Whole);
            Add("\"type\":\"ack\",", "seq", ["-1", "-9223372036854775808"], "A position in the feed is not negative.");
            Add("\"type\":\"sync\",\"epoch\":\"e\",", "since", noWhole, Whole);
            Add("\"type\":\"sync\",\"since\":0,", "epoch", noText, Text);
            Add("\"type\":\"refresh_token\",", "token", noText, Text);
            return all;

            void Add(string rest, string name, string[] values, string why)
            {
                foreach (var value in values)
                    all.Add($"{{{rest}\"{name}\":{value},\"id\":1}}", name, why);
                // Another name is another field.
                if (why is Text or Uuid or Whole or Flag)
                    all.Add($"{{{rest}\"{name.ToUpperInvariant()}\":1,\"{name} \":1,\"id\":1}}", name, "This is missing.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(NoObject))]
    public async Task What_is_not_one_JSON_object_is_malformed(string message)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText(message));

        await ExpectErrorAsync(client, "malformed_json", "A message must be one JSON object, as text, in UTF-8, with no name twice.", hasRef: false);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_field_of_the_wrong_kind_is_named(string message, string field, string why)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText(message));

        await ExpectErrorAsync(client, "validation_failed", $"{field}: {why}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("PING")]
    [InlineData("ping ")]
    [InlineData("\\u0000")]
    [InlineData("connected")]
    [InlineData("__proto__")]
    [InlineData("%s%n${jndi:ldap://x}'; DROP TABLE users;--")]
    public async Task A_type_that_is_not_there_is_unknown(string type)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText($$"""{"type":"{{type}}","id":1}"""));

        await ExpectErrorAsync(
            client, "unknown_type", "type: There is no such message. There are ack, join_room, leave_room, ping, presence, refresh_token, sync, typing, unwatch_resume, watch_resume.");
    }

    [Theory]
    [InlineData("\"\"", true)]
    [InlineData("\"\\u0000\\\"</script>\"", true)]
    [InlineData("0", true)]
    [InlineData("-0", true)]
    [InlineData("9223372036854775807", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("1.5", false)]
    [InlineData("1e400", false)]
    [InlineData("null", false)]
    [InlineData("true", false)]
    [InlineData("[1]", false)]
    [InlineData("{\"id\":1}", false)]
    [InlineData("\"\\ud800\"", false)]
    public async Task An_id_of_any_kind_is_repeated_as_it_is_or_not_at_all(string id, bool repeated)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText($$"""{"type":"ping","id":{{id}}}"""));

        var pong = JsonElement.Parse((await client.ExpectMessageAsync("pong")).Payload);
        Assert.Equal(repeated, pong.TryGetProperty("ref", out var reference));
        if (repeated)
            Assert.True(JsonElement.DeepEquals(JsonElement.Parse(id), reference));
    }

    [Theory]
    [InlineData("""{"type":"ping","x":1e400,"y":-1e-400,"z":"\ud800"}""")]
    [InlineData("""{"type":"ping","Type":"pong","ID":5,"":null}""")]
    [InlineData("""{"\u0074\u0079pe":"\u0070ing"}""")]
    [InlineData("\n\t {\"type\" : \"ping\"} \r\n")]
    public async Task What_is_odd_but_right_is_taken(string message)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText(message));

        Assert.DoesNotContain("ref", (await client.ExpectMessageAsync("pong")).Text);
    }

    [Theory]
    [InlineData("[", 1_000_000, 1009)]
    [InlineData("{\"a\":", 200_000, 1009)]
    [InlineData(" ", 16_385, 1009)]
    [InlineData("\0", 1_000_000, 1009)]
    public async Task What_is_too_large_is_closed_whatever_it_is(string part, int times, int code)
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText(string.Concat(Enumerable.Repeat(part, times))));

        await client.ExpectCloseAsync(code);
    }

    [Fact]
    public async Task Text_in_UTF_16_is_closed_with_1007()
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")]));

        await client.ExpectCloseAsync(1007);
    }

    private static string Nested(string open, string close, int times, string inner = "") =>
        $$"""{"type":"ping","x":{{string.Concat(Enumerable.Repeat(open, times))}}{{inner}}{{string.Concat(Enumerable.Repeat(close, times))}}}""";

    private static async Task ExpectErrorAsync(RawSocket client, string code, string message, bool hasRef = true)
    {
        var error = (await client.ExpectMessageAsync("error")).Text;
        var expected = JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["type"] = "error",
            ["message"] = message,
            ["code"] = code,
        }.Concat(hasRef ? [KeyValuePair.Create<string, object>("ref", 1)] : []).ToDictionary());
        Assert.True(JsonElement.DeepEquals(expected, JsonElement.Parse(error)), $"Expected {expected}, not {error}");
        await client.ExpectAliveAsync();
    }
}
