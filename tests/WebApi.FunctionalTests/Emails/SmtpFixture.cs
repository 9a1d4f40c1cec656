using HotGigs.Tests.Shared.Mail;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Emails;

/// <summary>A server that sends its mails to a mail server.</summary>
public sealed class SmtpFixture : ServerFixture
{
    public SmtpTestServer Smtp { get; private set; } = SmtpTestServer.Start();

    public Task StopSmtpAsync() => Smtp.DisposeAsync().AsTask();

    public void StartSmtp() => Smtp = SmtpTestServer.Start(Smtp.Port);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override Task<HotGigsServer> StartAsync() => HotGigsServer.StartAsync(new Dictionary<string, string?>
    {
        ["Email:Host"] = "127.0.0.1",
        ["Email:Port"] = $"{Smtp.Port}",
        ["Email:Security"] = "None",
        ["Email:FromAddress"] = "hello@hotgigs.example.com",
        ["Email:BaseAddress"] = "https://hotgigs.example.com",
        ["Email:ProbeDelay"] = "00:00:00.1",
        ["Email:MaxProbeDelay"] = "00:00:00.2",
        // A mail that is sent in time was not found by chance.
        ["Email:PollInterval"] = "00:05:00",
    });
}
