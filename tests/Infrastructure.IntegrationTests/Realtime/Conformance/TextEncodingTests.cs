using System.Text;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>Autobahn 6.*: what is text, and when what is none is noticed: with the fragment at fault.</summary>
public sealed class TextEncodingTests(ConformanceFixture fixture) : IClassFixture<ConformanceFixture>
{
    public static TheoryData<string> Valid =>
    [
        "κόσμε", "Hello-µ@ßöäüàá-UTF-8!!", "\u0080", "\u07FF", "\u0800", "\uFFFD", "\uD7FF", "\uE000", "\uFFFE", "\uFFFF",
        "\U00010000", "\U0010FFFF", "\U0001FFFE", "\u007F", "😀",
    ];

    public static TheoryData<string> Invalid =>
    [
        // Continuation bytes alone, starts without continuation, impossible bytes.
        "80", "BF", "8080", "C0", "C3", "E0", "F0", "F8", "FE", "FF", "C328", "E28228", "F0288CBC",
        // Longer than needed.
        "C0AF", "C1BF", "E080AF", "E09FBF", "F08080AF", "F08FBFBF", "F8808080AF",
        // Halves of surrogate pairs, and beyond the last character.
        "EDA080", "EDBFBF", "EDA081EDB080", "F4908080", "F5808080",
        // Autobahn's own.
        "CEBAE1BDB9CF83CEBCCEB5EDA080656469746564", "CEBAE1BDB9CF83CEBCCEB5F4908080656469746564",
    ];

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task Text_is_taken_also_when_characters_are_cut_by_fragments(string text)
    {
        using var client = await fixture.ConnectAsync();
        var utf8 = Encoding.UTF8.GetBytes($$"""{"type":"ping","id":"{{text}}"}""");

        await client.SendAsync(RawFrame.OfText(utf8));
        AssertRef(text, await client.ExpectMessageAsync("pong"));

        for (var i = 0; i < utf8.Length; i++)
            await client.SendAsync(RawFrame.Of(i == 0 ? 1 : 0, [utf8[i]], isLast: i == utf8.Length - 1));
        AssertRef(text, await client.ExpectMessageAsync("pong"));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task What_is_no_UTF_8_is_closed_with_1007(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        using var whole = await fixture.ConnectAsync();
        await whole.SendAsync(RawFrame.OfText([.. "{\"type\":\""u8, .. bytes, .. "\"}"u8]));
        await whole.ExpectCloseAsync(1007);

        using var cut = await fixture.ConnectAsync();
        await cut.SendAsync(RawFrame.OfText([.. "{\"type\":\""u8], isLast: false));
        foreach (var one in bytes.SkipLast(1))
            await cut.TrySendAsync(RawFrame.Continuation([one], isLast: false));
        await cut.TrySendAsync(RawFrame.Continuation([bytes[^1]], isLast: true));
        await cut.ExpectCloseAsync(1007);
    }

    [Fact]
    public async Task What_is_no_UTF_8_is_noticed_before_its_message_ends()
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText([.. "{\"type\":\""u8, 0xF4, 0x90], isLast: false));

        await client.ExpectCloseAsync(1007);
    }

    [Fact]
    public async Task A_character_that_is_cut_off_by_the_end_of_its_message_is_closed_with_1007()
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfText([.. "{}"u8, 0xE2, 0x82], isLast: false));
        await client.ExpectAliveAsync();
        await client.SendAsync(RawFrame.Continuation("", isLast: true));

        await client.ExpectCloseAsync(1007);
    }

    [Fact]
    public async Task A_binary_message_need_not_be_text()
    {
        using var client = await fixture.ConnectAsync();

        await client.SendAsync(RawFrame.OfBinary([0xFF, 0xC0]));

        Assert.Contains("\"malformed_json\"", (await client.ExpectMessageAsync("error")).Text);
    }

    private static void AssertRef(string expected, RawFrame pong) =>
        Assert.Equal(expected, System.Text.Json.JsonElement.Parse(pong.Payload).GetProperty("ref").GetString());
}
