using HotGigs.Infrastructure.Realtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

public sealed class RealtimeOptionsTests
{
    [Theory]
    [InlineData("Realtime:MaxMessageBytes", "0")]
    [InlineData("Realtime:MessageBurst", "-1")]
    [InlineData("Realtime:SendTimeout", "00:00:00")]
    [InlineData("Realtime:SilenceTimeout", "00:00:20")]
    [InlineData("Realtime:DrainNotice", "00:20:00")]
    [InlineData("Realtime:PresenceGrace", "-00:00:01")]
    [InlineData("WS_PING_INTERVAL", "0")]
    [InlineData("WS_RECONNECT_DELAY", "-5")]
    public void What_makes_no_sense_is_refused(string key, string value) =>
        Assert.Throws<OptionsValidationException>(() => Read<RealtimeOptions>(key, value));

    [Theory]
    [InlineData("WS_PING_INTERVAL", "0", "Realtime:PingInterval or WS_PING_INTERVAL")]
    [InlineData("WS_PING_INTERVAL", "2000000000", "Realtime:PingInterval or WS_PING_INTERVAL")]
    [InlineData("WS_RECONNECT_DELAY", "-5", "Realtime:ReconnectDelay or WS_RECONNECT_DELAY")]
    [InlineData("WS_MAX_RECONNECT_ATTEMPTS", "-1", "Realtime:MaxReconnectAttempts or WS_MAX_RECONNECT_ATTEMPTS")]
    [InlineData("Realtime:MaxConnections", "0", "Realtime:MaxConnections")]
    [InlineData("Realtime:MaxConnectionsPerAddress", "0", "Realtime:MaxConnectionsPerAddress")]
    [InlineData("Realtime:TicketLifetime", "01:00:00", "Realtime:TicketLifetime")]
    [InlineData("Realtime:TokenWarning", "-00:00:01", "Realtime:TokenWarning")]
    [InlineData("Realtime:SilenceTimeout", "00:00:20", "Realtime:SilenceTimeout")]
    public void A_refusal_names_the_setting_by_every_name_it_has(string key, string value, string named)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read<RealtimeOptions>(key, value));

        Assert.Contains(named, Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WS_PING_INTERVAL", "30.5")]
    [InlineData("WS_RECONNECT_DELAY", "3s")]
    [InlineData("WS_MAX_RECONNECT_ATTEMPTS", "99999999999")]
    public void A_variable_that_is_no_whole_number_is_named_too(string key, string value)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read<RealtimeOptions>(key, value));

        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_variable_is_none() =>
        Assert.Equal(TimeSpan.FromSeconds(30), Read<RealtimeOptions>("WS_PING_INTERVAL", "").PingInterval);

    [Fact]
    public async Task The_server_does_not_start_with_it() =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => RealtimeHost.StartAsync(new() { ["WS_PING_INTERVAL"] = "0" }));

    [Fact]
    public void A_variable_that_is_no_number_is_named()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read<RealtimeOptions>("WS_PING_INTERVAL", "soon"));

        Assert.Contains("WS_PING_INTERVAL", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_is_measured_in_pings_unless_set()
    {
        Assert.Equal(TimeSpan.FromSeconds(75), new RealtimeOptions().SilenceLimit);
        Assert.Equal(TimeSpan.FromSeconds(300), Read<RealtimeOptions>("WS_PING_INTERVAL", "120").SilenceLimit);
    }

    [Fact]
    public void The_host_waits_for_as_long_as_stopping_takes()
    {
        Assert.Equal(TimeSpan.FromSeconds(10 + 30), Read<HostOptions>("Realtime:MessageBurst", "40").ShutdownTimeout);
        Assert.Equal(TimeSpan.FromSeconds(120 + 30), Read<HostOptions>("Realtime:DrainNotice", "00:02:00").ShutdownTimeout);
    }

    private static TOptions Read<TOptions>(string key, string value)
        where TOptions : class
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        using var services = new ServiceCollection().AddRealtime(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<TOptions>>().Value;
    }
}
