using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HotGigs.GoogleStandIn;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.GoogleDrive;

/// <summary>What opens a user's Drive can be read nowhere: neither in what is stored nor in what is logged.</summary>
public sealed class SecrecyTests
{
    [Fact]
    public async Task No_code_state_or_token_is_stored_in_the_clear_or_logged()
    {
        await using var google = await GoogleServer.StartAsync();
        using var data = new TemporaryFolder();
        var settings = new Dictionary<string, string?>(DriveFixture.Hasty.Concat(google.Settings))
        {
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace",
            ["Logging:LogLevel:System.Net.Http"] = "Trace",
            ["Logging:LogLevel:Polly"] = "Trace",
            ["Logging:Console:FormatterOptions:IncludeScopes"] = "true",
        };
        await using var server = await HotGigsProcess.StartAsync(data.Path, settings);
        using var user = await TestUser.SignInAsync(server, "recruiter", "recruiter");
        var folder = google.Drive.AddFolder();
        var resume = SampleResumes.Text(Person.Next());
        google.Drive.Add("cv.txt", "text/plain", resume.Content, folder);

        var abandoned = await DriveFixture.ConsentAsync(user);
        await user.PostAsync($"/api/google-drive/auth/callback?code=wrong-code-of-somebody&state={DriveFixture.Query(abandoned, "state")}");
        var waiting = (await user.GetAsync("/api/google-drive/auth/url")).Json.Text("state")!;
        await DriveFixture.ConnectAsync(user);
        var sync = await DriveFixture.SetUpAsync(user, folder);
        google.Grants.ExpireAccessTokens();
        Assert.Equal(1, (await DriveFixture.SyncAsync(user, sync)).Number("total_files_synced"));
        await DriveFixture.ConnectAsync(user);
        google.Grants.RevokeAll();
        await DriveFixture.SyncAsync(user, sync);

        string[] secrets = [.. google.Grants.Secrets, DriveFixture.Query(abandoned, "state"), waiting, "wrong-code-of-somebody", google.Client.Secret];
        Assert.True(secrets.Length > 8);
        await server.KillAsync();
        foreach (var file in data.Files())
            AssertHoldsNone(file, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(data.Path, file))), secrets);
        Assert.Contains("RunGoogleDriveSync", server.Output, StringComparison.Ordinal);
        AssertHoldsNone("the log", server.Output, secrets);
    }

    [Fact]
    public async Task With_a_certificate_the_database_alone_opens_nothing_and_a_restarted_server_goes_on()
    {
        await using var google = await GoogleServer.StartAsync();
        using var data = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        var settings = new Dictionary<string, string?>(DriveFixture.Hasty.Concat(google.Settings))
        {
            ["DataProtection:CertificateFile"] = WriteCertificate(elsewhere),
            ["DataProtection:CertificatePassword"] = "password",
        };
        await using (var first = await HotGigsProcess.StartAsync(data.Path, settings))
        {
            using var user = await TestUser.SignInAsync(first, "recruiter", "recruiter");
            await DriveFixture.ConnectAsync(user);
            await first.KillAsync();
        }

        var stored = string.Concat(data.Files().Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(data.Path, file)))));
        Assert.Contains("EncryptedXmlDecryptor", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("unencrypted form", stored, StringComparison.Ordinal);
        await using var second = await HotGigsProcess.StartAsync(data.Path, settings);
        using var again = await TestUser.SignInAsync(second, "recruiter", "recruiter");
        var folder = google.Drive.AddFolder();
        google.Drive.Add("cv.txt", "text/plain", SampleResumes.Text(Person.Next()).Content, folder);
        var sync = await DriveFixture.SyncAsync(again, await DriveFixture.SetUpAsync(again, folder));
        Assert.Equal(1, sync.Number("total_files_synced"));
    }

    private static string WriteCertificate(TemporaryFolder folder)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=hotgigs", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        var file = Path.Combine(folder.Path, "keys.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "password"));
        return file;
    }

    private static void AssertHoldsNone(string where, string text, string[] secrets) => Assert.All(
        secrets, secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{where} holds {secret.Split('.')[0]}"));
}
