using HotGigs.Application.Common;
using HotGigs.Application.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Emails;

/// <summary>The link in a mail that stops more like it.</summary>
public abstract class UnsubscribeSpecification(TestDatabase database) : EmailSpecification(database)
{
    [Fact]
    public async Task A_link_of_one_server_is_understood_by_another_and_turns_off_its_type_alone()
    {
        await JoinAsync(Rosa, AtOnce, new ChannelChoice(NotificationType.CandidateShared, InApp: true, Email: true, Browser: false));

        await OtherNode.SendAsync(new Unsubscribe(Token(NotificationType.CandidateShared)));
        await OtherNode.SendAsync(new Unsubscribe(Token(NotificationType.CandidateShared)));

        var preferences = await PreferencesAsync();
        Assert.Equal([new ChannelChoice(NotificationType.CandidateShared, InApp: true, Email: false, Browser: false)], preferences.Choices);
        Assert.Equal(AtOnce, preferences.Email);
    }

    [Fact]
    public async Task A_digests_link_turns_off_all_types_also_for_who_has_chosen_nothing_yet()
    {
        await Node.RegisterAsync(Rosa);
        await Node.SendAsync(new Unsubscribe(Token(null)));

        var preferences = await PreferencesAsync();
        Assert.All(Enum.GetValues<NotificationType>(), type => Assert.Equal(Off(type), preferences.ChoiceFor(type)));
    }

    [Fact]
    public async Task Links_followed_at_the_same_moment_all_take_effect()
    {
        await Node.RegisterAsync(Rosa);
        var types = Enum.GetValues<NotificationType>();

        await Task.WhenAll(types.Select((type, i) => Task.Run(() => (i % 2 == 0 ? Node : OtherNode).SendAsync(new Unsubscribe(Token(type))))));

        var preferences = await PreferencesAsync();
        Assert.All(types, type => Assert.False(preferences.ChoiceFor(type).Email));
    }

    [Fact]
    public async Task A_link_works_for_a_year()
    {
        await Node.RegisterAsync(Rosa);
        var token = Token(NotificationType.MatchFound);
        Node.Clock.Advance(TimeSpan.FromDays(364));
        await Node.SendAsync(new Unsubscribe(token));

        Node.Clock.Advance(TimeSpan.FromDays(2));
        await AssertRefusedAsync(token);
    }

    [Fact]
    public async Task What_is_no_such_link_is_refused()
    {
        await Node.RegisterAsync(Rosa);
        var token = Token(NotificationType.MatchFound);
        foreach (var mangled in new[] { null, "", "x", "%%%", token[..^1], token + "A", token[1..], new string('A', 5_000), token.Replace(token[40], token[40] == 'A' ? 'B' : 'A') })
            await AssertRefusedAsync(mangled);

        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        Assert.Empty(await context.NotificationPreferences.ToListAsync(Cancelled));
    }

    private string Token(NotificationType? type) => Node.Get<IUnsubscribeTokens>().Create(new Unsubscription(Rosa.Id, type));

    private async Task AssertRefusedAsync(string? token)
    {
        var refused = await Assert.ThrowsAsync<RequestException>(() => Node.SendAsync(new Unsubscribe(token)));
        Assert.Equal(ErrorCode.ValidationFailed, refused.Code);
    }

    private async Task<NotificationPreferences> PreferencesAsync()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        return await context.NotificationPreferences.SingleAsync(one => one.UserId == Rosa.Id, Cancelled);
    }
}

public sealed class SqliteUnsubscribing() : UnsubscribeSpecification(new SqliteTestDatabase());

public sealed class SqlServerUnsubscribing() : UnsubscribeSpecification(new SqlServerTestDatabase());
