using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.UnitTests.Notifications;

/// <summary>A click on a notification never leaves the site, whatever a browser makes of the URL.</summary>
public sealed class ActionUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/candidates/0192f0a4-0000-7000-8000-000000000001")]
    [InlineData("/candidates?batch=7&sort=name#top")]
    [InlineData("/search?q=https://elsewhere.example/")]
    [InlineData("/%2F%2Felsewhere.example")]
    [InlineData("/Bewerber/Jürgen Öz")]
    public void A_path_of_this_site_is_taken(string url)
    {
        Assert.True(Notification.IsLocalPath(url));
        Assert.Equal(url, Append(url).ActionUrl);
    }

    [Fact]
    public void None_is_fine_too() => Assert.Null(Append(null).ActionUrl);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("candidates/7")]
    [InlineData("./candidates")]
    [InlineData("?batch=7")]
    [InlineData("#top")]
    [InlineData("http://elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("HTTPS://elsewhere.example/")]
    [InlineData("https:/elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("///elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("\\\\elsewhere.example")]
    [InlineData("/\\/elsewhere.example")]
    [InlineData("/candidates\\..\\..")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("/\n/elsewhere.example")]
    [InlineData("/\r/elsewhere.example")]
    [InlineData("/\0/elsewhere.example")]
    [InlineData("/candidates/7\u0085")]
    [InlineData("\t//elsewhere.example")]
    [InlineData(" //elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:msgbox(1)")]
    [InlineData("mailto:somebody@elsewhere.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("@elsewhere.example")]
    [InlineData("／／elsewhere.example")]
    public void Everything_else_is_refused(string url)
    {
        Assert.False(Notification.IsLocalPath(url));
        Assert.Throws<ArgumentException>(() => Append(url));
    }

    private static Notification Append(string? url) =>
        NotificationFeed.Open("rita", At.Noon).Append(Drafts.Any(actionUrl: url), At.Noon);
}
