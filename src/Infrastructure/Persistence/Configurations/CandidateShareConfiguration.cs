using HotGigs.Domain.Candidates;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class CandidateShareConfiguration : IEntityTypeConfiguration<CandidateShare>
{
    public void Configure(EntityTypeBuilder<CandidateShare> builder)
    {
        builder.HasKey(share => share.Id);
        builder.Property(share => share.Id).ValueGeneratedNever();
        builder.Property(share => share.RecruiterId).IsOpaque(User.MaxIdLength);
        builder.Property(share => share.SharedById).IsOpaque(User.MaxIdLength);
        builder.Property(share => share.SharedBy).HasMaxLength(User.MaxNameLength);
        builder.Property(share => share.Reason).HasMaxLength(CandidateShare.MaxReasonLength);
        builder.Property(share => share.Notes).HasMaxLength(CandidateShare.MaxReasonLength);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(share => share.CandidateId).OnDelete(DeleteBehavior.Cascade);

        // What is shared with a recruiter, and nobody twice; and with whom a candidate is.
        builder.HasIndex(share => new { share.RecruiterId, share.CandidateId }).IsUnique();
        builder.HasIndex(share => share.CandidateId);
    }
}
