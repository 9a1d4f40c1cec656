using HotGigs.Application.GoogleDrive;
using HotGigs.Infrastructure.GoogleDrive;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.IntegrationTests.GoogleDrive;

public sealed class GoogleDriveOptionsTests
{
    [Fact]
    public void Nothing_has_to_be_set() => Assert.False(Read().IsConfigured);

    [Fact]
    public void A_client_needs_its_secret_and_the_way_back()
    {
        Assert.Equal(
            [
                "GoogleDrive:ClientSecret is missing: it goes with GoogleDrive:ClientId.",
                "GoogleDrive:RedirectUri is missing: Google has to know where to send users back to.",
            ],
            Refused(("ClientId", "id")));
        Assert.True(Read(("ClientId", "id"), ("ClientSecret", "secret"), ("RedirectUri", "https://hotgigs.example.com/google-drive/callback")).IsConfigured);
    }

    [Theory]
    [InlineData("RedirectUri", "/google-drive/callback")]
    [InlineData("RedirectUri", "http://hotgigs.example.com/callback")]
    [InlineData("AuthBase", "accounts.google.com")]
    [InlineData("TokenBase", "http://oauth2.example.com")]
    [InlineData("ApiBase", "ftp://www.example.com")]
    [InlineData("PageSize", "1001")]
    [InlineData("MaxFilesPerRun", "0")]
    [InlineData("Downloads", "0")]
    [InlineData("MaxRetries", "0")]
    [InlineData("Lease", "00:00:01")]
    [InlineData("MaxRetryDelay", "00:00:00.500")]
    [InlineData("StateLifetime", "00:00:10")]
    public void What_cannot_work_is_refused_and_named(string option, string value) =>
        Assert.Contains(option, Assert.Single(Refused((option, value))), StringComparison.Ordinal);

    [Fact]
    public void On_this_machine_there_is_no_need_for_encryption() =>
        Assert.Equal("http://127.0.0.1:8099", Read(("ApiBase", "http://127.0.0.1:8099"), ("TokenBase", "http://localhost:8099")).ApiBase);

    private static IEnumerable<string> Refused(params (string Name, string Value)[] settings) =>
        Assert.Throws<OptionsValidationException>(() => Read(settings)).Failures;

    private static GoogleDriveOptions Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create<string, string?>($"GoogleDrive:{one.Name}", one.Value)))
            .Build();
        using var services = new ServiceCollection().AddGoogleDriveAccess(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<GoogleDriveOptions>>().Value;
    }
}
