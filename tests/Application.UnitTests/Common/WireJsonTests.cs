using System.Globalization;
using System.Text.Json;
using HotGigs.Application.Common;

namespace HotGigs.Application.UnitTests.Common;

public sealed class WireJsonTests
{
    private sealed record Sample(string? DisplayName, int MatchScore, DateTimeOffset? ReadAt);

    [Fact]
    public void Names_are_snake_case_and_nulls_are_written() => Assert.Equal(
        """{"display_name":null,"match_score":87,"read_at":null}""", Write(new Sample(null, 87, null)));

    [Theory]
    [InlineData("2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000Z")]
    [InlineData("2026-03-01T12:00:00.1Z", "2026-03-01T12:00:00.100Z")]
    [InlineData("2026-03-01T12:00:00.1239999Z", "2026-03-01T12:00:00.123Z")]
    [InlineData("2026-03-01T14:00:00+02:00", "2026-03-01T12:00:00.000Z")]
    [InlineData("2026-02-28T22:30:00-05:30", "2026-03-01T04:00:00.000Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z")]
    [InlineData("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z")]
    public void Times_are_utc_with_a_Z_and_milliseconds(string time, string written) =>
        Assert.Equal($"\"{written}\"", Write(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-03-01T12:00:00Z")]
    [InlineData("2026-03-01T12:00:00.000Z")]
    [InlineData("2026-03-01T13:00:00+01:00")]
    public void Times_are_read_in_any_offset(string time) =>
        Assert.Equal(At.Noon, Read<DateTimeOffset>($"\"{time}\""));

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("1772366400")]
    public void What_is_no_time_is_refused(string json) => Assert.Throws<JsonException>(() => Read<Sample>($$"""{"read_at":{{json}}}"""));

    [Fact]
    public void Fields_are_read_by_their_exact_names()
    {
        Assert.Equal("Ada", Read<Sample>("""{"display_name":"Ada"}""")?.DisplayName);
        Assert.Null(Read<Sample>("""{"Display_Name":"Ada","displayName":"Ada"}""")?.DisplayName);
    }

    [Fact]
    public void A_number_in_quotes_is_no_number() =>
        Assert.Throws<JsonException>(() => Read<Sample>("""{"match_score":"87"}"""));

    [Fact]
    public void Names_keep_their_accents_and_the_keys_of_a_dictionary_stay_as_they_are() => Assert.Equal(
        """{"Zoë <O'Neil>":"& Söhne"}""", Write(new Dictionary<string, string> { ["Zoë <O'Neil>"] = "& Söhne" }));

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var nested = new string('[', 40) + new string(']', 40);

        Assert.Throws<JsonException>(() => Read<JsonElement>(nested));
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, WireJson.Options);

    private static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json, WireJson.Options);
}
