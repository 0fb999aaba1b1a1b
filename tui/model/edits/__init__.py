"""Every change a user can make, as data: small frozen dataclasses with `changes(project)` and `sentence(project)`.

Both are pure. `changes` raises `Mistake` where the edit breaks a rule of the method. `sentence` is what history and
undo call it, as of the project before; it holds names that coders gave, never words of a transcript.
"""

# Where is what:
#   units        MarkUnit, ApplyCode, TakeCodeOff, Recode, Condense, RemoveUnit, MarkNotRelevant, MarkRelevant
#   spans        ChangeSpans, SplitUnit, JoinUnits
#   quotations   SetQuotation, WriteQuotation, ChooseAnchor
#   codebook     CreateNode, RenameNode, ShortenNode, DefineNode, SetLetter, ParkNode, UnparkNode, RemoveNode,
#                SetMembers
#   sorting      MoveNodes, ReorderNode, GroupPiles
#   shaping      MergeNodes, SplitNode, PromoteNode, DemoteNode
#   sources      ImportSource, RenameSource, SetSpeaker, CorrectTurn, SetFacts, RemoveSource
#   amending     AmendSource, ConfirmPlaces
#   participants AddParticipant, RenameParticipant, SetAttributes, RemoveParticipant
#   project      SetProject, SetSetting, AddCoder, SetQuickKey, BeginPass, EndPass
#   snapshots    TakeSnapshot, RestoreSnapshot
#   accepting    AcceptFinding, TakeAcceptanceBack
#   looking      StillFits
#   memos        WriteMemo, EditMemo, RemoveMemo
#
# Ids of new documents are drawn by whoever builds the edit; time, order and the coder who writes are the store's.
