using System.Globalization;
using System.Text.RegularExpressions;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Common;
using HotGigs.Domain.Emails;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;

namespace HotGigs.Architecture.Tests;

/// <summary>Numbers are stored and names are on the wire: neither changes once it is out.</summary>
public sealed partial class WireNameTests
{
    [Fact]
    public void Notification_types_are_only_ever_appended() =>
        ApprovedNames.AssertOnlyAppended("NotificationType.approved.txt", [.. Stored<NotificationType>()]);

    [Fact]
    public void All_other_names_are_only_ever_appended() => ApprovedNames.AssertOnlyAppended(
        "WireNames.approved.txt",
        [
            .. Stored<DeliveryChannels>(),
            .. Stored<Roles>(),
            .. Stored<ResumeStatus>(),
            .. Stored<ResumeSource>(),
            .. Stored<CandidateSource>(),
            .. Stored<SyncFrequency>(),
            .. Stored<GoogleDriveOutcome>(),
            .. Enum.GetValues<ResumeFormat>().Select(format => $"ResumeFormat {(int)format} {format}"),
            .. Enum.GetValues<ProcessingStep>().Select(step => $"ProcessingStep {(int)step} {step.Label()}"),
            .. Stored<JobStatus>(),
            .. Stored<EducationLevel>(),
            .. Stored<MatchingSubject>(),
            .. Stored<EmailMode>(),
            .. Stored<EmailStatus>(),
            .. Enum.GetValues<EmailGrouping>().Select(grouping => $"EmailGrouping {(int)grouping} {grouping}"),
            .. Enum.GetValues<DeliveryReason>().Select(reason => $"DeliveryReason {(int)reason} {reason}"),
            .. WireNames.All<ErrorCode>().Select(name => $"ErrorCode {name}"),
            .. WireNames.All<BulkAction>().Select(name => $"BulkAction {name}"),
        ]);

    [Fact]
    public void Every_enum_of_the_domain_says_its_numbers_because_they_are_stored()
    {
        var enums = Solution.SourceFiles("src/Domain", ".cs")
            .SelectMany(file => Enumeration().Matches(Solution.Read(file)).Select(match => (File: file, Match: match)))
            .ToList();

        Assert.Equal(Solution.Domain.GetTypes().Count(type => type.IsEnum), enums.Count);
        Assert.All(enums, one => Assert.All(
            Member().Matches(one.Match.Groups["body"].Value),
            member => Assert.True(
                member.Groups["number"].Success,
                $"{one.Match.Groups["name"].Value}.{member.Groups["name"].Value} in {one.File} has no explicit number.")));
    }

    [Fact]
    public void Every_name_is_snake_case() => Assert.All(
        Solution.All.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsEnum).SelectMany(type => type.GetFields())
            .SelectMany(field => field.GetCustomAttributes(typeof(WireNameAttribute), false).Cast<WireNameAttribute>()),
        wire => Assert.Matches("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", wire.Name));

    private static IEnumerable<string> Stored<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Select(member => $"{typeof(TEnum).Name} {Convert.ToInt32(member, CultureInfo.InvariantCulture)} {member.ToWireName()}");

    [GeneratedRegex(@"\benum (?<name>\w+)\s*\{(?<body>[^}]*)\}")]
    private static partial Regex Enumeration();

    [GeneratedRegex(@"^\s*(?<name>[A-Z]\w*)\s*(=\s*(?<number>[^,]+))?,?\s*$", RegexOptions.Multiline)]
    private static partial Regex Member();
}
